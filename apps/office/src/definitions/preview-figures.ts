import {
  type ComputedDefinition,
  type ComputeScope,
  countCounties,
  type Definition,
  type FigureRow,
  figure,
  type Holding,
  isComputed,
  type ObservationStore,
  openRecordsSql,
  type PublishedValue,
  publishedObservations,
  withholdsRecords,
} from '@zhiheng/indicators';
import type { LakeSession, Release } from '@zhiheng/lake';
import { type AreaDirectory, type Dataset, type Day, OwnFault } from '@zhiheng/vocabulary';
import type { ChangedRecords } from '../answers-definitions.js';
import { knownSpan } from '../known-span.js';

/** What a preview counts over: the newest release, without a vintage. */
export interface PreviewGround {
  readonly release: Release;
  readonly areas: AreaDirectory;
  readonly office: string;
  readonly today: Day;
  readonly holdings: readonly Holding[];
}

/** Definitions that hold together, the draft among them or not, and the values that others published. */
export interface PreviewDefinitions {
  readonly definitions: readonly Definition[];
  readonly published: readonly PublishedValue[];
}

/** The offices and datasets that hold records. */
export function holdingsOf(session: LakeSession): Promise<Holding[]> {
  return session.rows<{ office: string; dataset: Dataset }>(
    'SELECT DISTINCT office, dataset FROM patents ORDER BY 1, 2',
  );
}

/** Values of the definition of an id, counted now in a session that sees everything; none for a series that others publish. */
export async function countNow(
  id: string,
  { definitions, published }: PreviewDefinitions,
  session: LakeSession,
  { release, areas, office, today, holdings }: PreviewGround,
  asked: { readonly areas: readonly string[]; readonly periods: readonly string[] },
): Promise<FigureRow[]> {
  const sourcesOf = (definition: Definition) => ({
    definition,
    observations: isComputed(definition)
      ? countedOn(definition, session, { areas, ...knownSpan(release, definition.table) })
      : null,
    published: publishedObservations(definition, published, { effective: 'latest', vintage: null }),
  });
  const named = (indicator: string) => definitions.find((one) => one.id === indicator) ?? null;
  const definition = named(id);
  if (definition === null || definition.kind === 'reported') return [];
  const sources = {
    ...sourcesOf(definition),
    areas,
    office,
    coverage: release.coverage,
    decisions: release.tables.patent_decisions !== undefined,
    holdings,
    part: async (indicator: string) => {
      const part = named(indicator);
      if (part === null) throw new OwnFault(`no definition is named ${indicator}`);
      return sourcesOf(part);
    },
    vintage: null,
    today,
  };
  return figure({ definition, ...asked, origin: 'computed' }, sources);
}

/** Observations of a definition, counted each time when they are asked for. */
function countedOn(definition: ComputedDefinition, session: LakeSession, scope: ComputeScope): ObservationStore {
  return {
    select: async (filter) => {
      const counted = await countCounties(definition, session, scope, filter.areas);
      return counted.filter(
        (row) => row.office === filter.office && row.dataset === filter.dataset && filter.periods.includes(row.period),
      );
    },
    years: async () => [],
    areas: async () => [],
  };
}

/** Where records of two definitions are compared. */
export interface ComparedPlace {
  readonly area: string;
  readonly period: string;
  readonly dataset: Dataset;
}

type Found = Pick<ChangedRecords, 'total' | 'rows'>;

/** The records that a definition counts and another does not, as far as the session shows them; `most` of them, by id. */
export async function countedOnlyBy(
  definition: Definition,
  other: Definition | null,
  session: LakeSession,
  { areas, office, holdings }: PreviewGround,
  place: ComparedPlace,
  most: number,
): Promise<Found> {
  const sources = { areas, office, holdings };
  const sqlOf = async (one: Definition | null) =>
    one === null || !isComputed(one) ? null : openRecordsSql({ definition: one, ...place }, session, sources);
  const isWithheld = (one: Definition | null) =>
    one !== null && isComputed(one) && withholdsRecords(one, session.scope);
  if (isWithheld(definition) || isWithheld(other)) return { total: 0, rows: [] };
  const [counted, beside] = [await sqlOf(definition), await sqlOf(other)];
  if (counted === null) return { total: 0, rows: [] };
  const only = beside === null ? '' : `\nWHERE id NOT IN (SELECT id FROM (${beside}) AS beside)`;
  const [sum] = await session.rows<{ total: number }>(`SELECT count(*) AS total FROM (${counted}) AS counted${only}`);
  const rows = await session.rows<ChangedRecords['rows'][number]>(
    `SELECT * FROM (${counted}) AS counted${only}\nORDER BY id LIMIT ${most}`,
  );
  return { total: sum?.total ?? 0, rows };
}
