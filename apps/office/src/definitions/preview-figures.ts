import {
  countCounties,
  type Definition,
  type FigureRow,
  figure,
  type Holding,
  type ObservationStore,
  openRecordsSql,
  withholdsRecords,
} from '@zhiheng/indicators';
import type { LakeSession, Release } from '@zhiheng/lake';
import type { AreaDirectory, Dataset, Day } from '@zhiheng/vocabulary';
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

/** The offices and datasets that hold records. */
export function holdingsOf(session: LakeSession): Promise<Holding[]> {
  return session.rows<{ office: string; dataset: Dataset }>(
    'SELECT DISTINCT office, dataset FROM patents ORDER BY 1, 2',
  );
}

/** Values of a definition, counted now in a session that sees everything; none for a series that others publish. */
export async function countNow(
  definition: Definition,
  session: LakeSession,
  { release, areas, office, today, holdings }: PreviewGround,
  asked: { readonly areas: readonly string[]; readonly periods: readonly string[] },
): Promise<FigureRow[]> {
  if (definition.kind === 'reported') return [];
  const observations: ObservationStore = {
    select: async (filter) => {
      const counted = await countCounties(definition, session, { areas, ...knownSpan(release) }, filter.areas);
      return counted.filter(
        (row) => row.office === filter.office && row.dataset === filter.dataset && filter.periods.includes(row.period),
      );
    },
    years: async () => [],
    areas: async () => [],
  };
  const sources = {
    areas,
    office,
    observations,
    coverage: release.coverage,
    holdings,
    published: [],
    vintage: null,
    today,
  };
  return figure({ definition, ...asked, origin: 'computed' }, sources);
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
    one === null || one.kind === 'reported' ? null : openRecordsSql({ definition: one, ...place }, session, sources);
  const isWithheld = (one: Definition | null) =>
    one !== null && one.kind !== 'reported' && withholdsRecords(one, session.scope);
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
