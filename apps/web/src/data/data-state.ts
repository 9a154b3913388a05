import { withoutGaps } from '../frame/without-gaps.js';

/** What is open on the Data page; all of it stands in the address. */
export interface DataState {
  readonly part?: DataPart | undefined;
  /** Quarantine: only of this file. */
  readonly file?: string | undefined;
  /** Quarantine: those put right, too. */
  readonly all?: 'yes' | undefined;
  /** Quarantine, checks, areas: the record or address that is open. */
  readonly record?: string | undefined;
  /** Areas: those settled. Parties: the pairs that wait, or what was decided. */
  readonly list?: DataList | undefined;
  /** Areas, parties: characters that are looked for. Decisions: an application. */
  readonly words?: string | undefined;
  /** Areas: only addresses that may mean several areas, or name none. */
  readonly only?: 'candidates' | 'nothing' | undefined;
  /** Parties: the one that is open. */
  readonly party?: string | undefined;
  /** Keys of the pages turned, the newest last, joined by `~`. */
  readonly page?: string | undefined;
  /** Vintages: the indicator, area and period whose differences are shown, and the figure that is explained. */
  readonly indicator?: string | undefined;
  readonly area?: string | undefined;
  readonly period?: string | undefined;
  readonly cell?: string | undefined;
  /** Releases, vintages: the two that are compared. */
  readonly a?: string | undefined;
  readonly b?: string | undefined;
  /** Checks: the one whose page is open. */
  readonly check?: string | undefined;
  /** Checks and coverage: of which release. */
  readonly release?: string | undefined;
  /** Classifications: the one that is open. */
  readonly table?: string | undefined;
}

const dataParts = [
  'loads',
  'quarantine',
  'checks',
  'areas',
  'parties',
  'releases',
  'vintages',
  'decisions',
  'coverage',
  'classifications',
] as const;
export type DataPart = (typeof dataParts)[number];
const lists = ['settled', 'review', 'decided'] as const;
export type DataList = (typeof lists)[number];

/** Reads the address; unknown values are dropped. */
export function readDataState(search: Readonly<Record<string, unknown>>): DataState {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const state: DataState = {
    part: dataParts.find((part) => part === search.part),
    file: text(search.file),
    all: search.all === 'yes' ? 'yes' : undefined,
    record: text(search.record),
    list: lists.find((list) => list === search.list),
    words: text(search.words),
    only: search.only === 'candidates' || search.only === 'nothing' ? search.only : undefined,
    party: text(search.party),
    page: text(search.page),
    indicator: text(search.indicator),
    area: text(search.area),
    period: text(search.period),
    cell: text(search.cell),
    a: text(search.a),
    b: text(search.b),
    check: text(search.check),
    release: text(search.release),
    table: text(search.table),
  };
  return withoutGaps(state);
}
