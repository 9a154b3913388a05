import { datasets, origins, type Statistic, statistics } from '@zhiheng/vocabulary';

/** Everything a reader can set on a figure page; all of it stands in the address. Unset parts follow the data. */
export interface FigureState {
  readonly area?: string | undefined;
  readonly period?: string | undefined;
  readonly origin?: (typeof origins)[number] | undefined;
  readonly dataset?: (typeof datasets)[number] | undefined;
  readonly kind?: string | undefined;
  readonly statistic?: Statistic | undefined;
  readonly office?: string | undefined;
  /** The tab of how it is made. */
  readonly made?: (typeof madeTabs)[number] | undefined;
  /** The tab of what it is made of. */
  readonly rows?: (typeof rowTabs)[number] | undefined;
  /** Keys of the pages turned, the newest last, joined by `~`. */
  readonly page?: string | undefined;
}

export const madeTabs = ['definition', 'sql', 'source'] as const;
export const rowTabs = ['counted', 'left-out'] as const;

/** Reads the address; unknown values are dropped. */
export function readFigureState(search: Readonly<Record<string, unknown>>): FigureState {
  const state = {
    area: text(search.area),
    period: text(search.period),
    origin: oneOf(origins, search.origin),
    dataset: oneOf(datasets, search.dataset),
    kind: text(search.kind),
    statistic: oneOf(statistics, search.statistic),
    office: text(search.office),
    made: oneOf(madeTabs, search.made),
    rows: oneOf(rowTabs, search.rows),
    page: text(search.page),
  };
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined));
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((known) => known === value);
}
