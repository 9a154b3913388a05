import {
  type AskFigures,
  type FilledTable,
  fillTable,
  indicatorsOfTable,
  type TableDefinition,
  type TableProvenance,
  wrongSums,
} from '@zhiheng/bulletin';
import type { Definition } from '@zhiheng/indicators';
import { mayDo } from '@zhiheng/rights';
import { type Actor, type Dataset, datasets, UserFault } from '@zhiheng/vocabulary';
import type { TableAnswer, TableVintage } from '../answers-tables.js';
import { readFigure } from '../figures.js';
import type { Office } from '../office.js';
import { vintageSeenBy } from '../publishing/readers-vintage.js';
import { currentReference, type Reference } from '../reference.js';
import type { Vintage } from '../vintage.js';
import { findVintage } from '../vintages.js';
import { periodAsked, periodsOfTable } from './table-periods.js';

export interface TableInput {
  readonly id: string;
  readonly period?: string;
  readonly vintage?: string;
  readonly dataset?: Dataset;
}

interface Asking {
  readonly office: Office;
  readonly actor: Actor;
}

/** Tables filled of a vintage, by what they were asked for: neither vintages nor definitions of one hash change. The oldest goes first. */
const filledTables = new WeakMap<Office, Map<string, Promise<FilledTable>>>();
const mostKept = 8;

/** A named table with its figures, as whoever asks may see them. Throws `table-unknown`, `table-wrong`, `period-wrong`, `not-found`. */
export async function readNamedTable(input: TableInput, { office, actor }: Asking): Promise<TableAnswer> {
  const reference = currentReference(office);
  const table = reference.table(input.id);
  const seen = await vintageSeenBy(office, actor, 'figures:read-computed', input.vintage);
  const vintage = seen.computed ? ((await findVintage(office, seen.vintage))?.vintage ?? null) : null;
  const code = table.office ?? office.code;
  const held = datasets.filter((one) =>
    vintage?.datasets.some(({ office: of, dataset }) => of === code && dataset === one),
  );
  const dataset = input.dataset ?? held[0] ?? 'real';
  const periods = periodsOfTable(table, vintage, reference);
  const period = periodAsked(table, input.period, periods, vintage, office.today());
  const ground = { office, reference, vintage, computed: seen.computed, period, code, dataset };
  const filled = await filledOf(table, ground);
  return {
    ...{
      id: table.id,
      names: table.names,
      summary: table.summary,
      length: table.period,
      provisional: table.provisional,
    },
    ...{ metadata: table.metadata, source: table.source, notes: table.notes, hash: table.hash },
    filled,
    provenance: provenanceOf(table, ground),
    wrong: wrongSums(filled),
    periods,
    vintages: await vintagesFor(office, actor),
    datasets: held.length === 0 ? [dataset] : held,
  };
}

interface Ground {
  readonly office: Office;
  readonly reference: Reference;
  readonly vintage: Vintage | null;
  readonly computed: boolean;
  readonly period: string;
  readonly code: string;
  readonly dataset: Dataset;
}

function filledOf(table: TableDefinition, ground: Ground): Promise<FilledTable> {
  const { office, reference, vintage, computed, period, code, dataset } = ground;
  const fill = () =>
    fillTable(table, {
      ...{ period, office: code, dataset, computed, areas: reference.areas(), memo: reference.memoAreas() },
      definition: (id) => definitionFor(id, ground),
      figures: askThrough(office, vintage),
    });
  // Without a vintage the figures are those of the published series, which a file can change.
  if (vintage === null) return fill();
  const kept = filledTables.get(office) ?? new Map<string, Promise<FilledTable>>();
  filledTables.set(office, kept);
  const hashes = indicatorsOfTable(table).map((id) => definitionFor(id, ground)?.hash);
  const key = JSON.stringify([table.hash, vintage.name, period, code, dataset, computed, hashes]);
  const before = kept.get(key);
  if (before !== undefined) return before;
  const filling = fill();
  kept.set(key, filling);
  for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old);
  filling.catch(() => kept.delete(key));
  return filling;
}

function askThrough(office: Office, vintage: Vintage | null): AskFigures {
  return async ({ indicator, areas, periods, by, statistic, origin, office: code, dataset }) => {
    const rows = readFigure(office, {
      ...{ indicator, area: areas, period: periods, origin, office: code, dataset },
      ...(by === null ? {} : { by }),
      ...(statistic === null ? {} : { statistic }),
      ...(vintage === null ? {} : { vintage: vintage.name }),
    });
    return rows.catch((error: unknown) => {
      // An older vintage holds the definition as it was, which may not have been told by that part.
      if (error instanceof UserFault && error.code === 'breakdown-wrong') return [];
      throw error;
    });
  };
}

function definitionFor(id: string, { vintage, reference }: Pick<Ground, 'vintage' | 'reference'>): Definition | null {
  const held = vintage?.indicators.find(({ definition }) => definition.id === id)?.definition;
  return held ?? reference.definitions().find((one) => one.id === id) ?? null;
}

function provenanceOf(table: TableDefinition, ground: Ground): TableProvenance {
  const { vintage, office } = ground;
  return {
    vintage: vintage?.name ?? null,
    release: vintage?.release ?? null,
    effective: vintage?.effective ?? null,
    ledgerPosition: vintage?.ledgerPosition ?? null,
    definitions: indicatorsOfTable(table).flatMap((id) => {
      const definition = definitionFor(id, ground);
      return definition === null ? [] : [{ id, names: definition.names, hash: definition.hash }];
    }),
    // The day of the vintage, so that the same vintage gives the same file.
    madeOn: vintage === null ? office.today() : office.dayOf(vintage.createdAt),
  };
}

/** Vintages to choose from: whoever may see computed values any, everyone else the published ones. */
async function vintagesFor(office: Office, actor: Actor): Promise<TableVintage[]> {
  const acts = await office.ledger.acts('vintage');
  const every = mayDo(actor, 'figures:read-computed').allowed;
  const published = new Set((await office.publications.all()).map(({ vintage }) => vintage));
  const names = [...new Set(acts.map(({ object }) => object).reverse())].filter((name) => every || published.has(name));
  return Promise.all(
    names.slice(0, mostOffered).map(async (name) => {
      const hash = acts.findLast(({ object }) => object === name)?.hash ?? '';
      const { release, effective } = (await office.store.getJson(hash)) as Vintage;
      return { vintage: name, release, effective };
    }),
  );
}

const mostOffered = 24;
