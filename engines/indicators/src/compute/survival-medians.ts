import type { AreaDirectory, Day } from '@zhiheng/vocabulary';
import type { DurationDefinition } from '../definition.js';
import { recordRelation } from '../record/record-relation.js';
import type { RecordSession } from '../session.js';
import { plainQueries } from './plain-query.js';
import { survivalCohort } from './survival-cohort.js';
import { type FollowedCases, survivalMedian } from './survival-median.js';
import { survivalSql } from './survival-sql.js';

interface FollowedRow extends FollowedCases {
  readonly office: string;
  readonly dataset: string;
  readonly area: string;
  readonly period: string;
  readonly breakdown: string | null;
}

/** Areas that have a survival median; smaller ones hold too few cases for one. */
export function hasSurvivalMedian(areas: AreaDirectory, area: string): boolean {
  return ['group', 'province'].includes(areas.get(area).level);
}

/**
 * Fills the table `survival_median (office, dataset, area, period, breakdown, measure, n)`: the Kaplan-Meier median, as a
 * whole measure of the definition's convention, for every year that ended by `until`; `n` cases begun. A curve that stays
 * above one half gives no row.
 */
export async function registerSurvivalMedians(
  session: RecordSession,
  definition: DurationDefinition,
  { areas, until }: { areas: AreaDirectory; until: Day },
): Promise<void> {
  await registerCohorts(session, definition, until);
  await registerAreas(session, areas);
  const rows: (readonly (string | number | null)[])[] = [];
  for (const query of plainQueries(definition, session.dialect)) {
    rows.push(...mediansOf(await session.rows<FollowedRow>(survivalSql(query))));
  }
  const text = 'text' as const;
  await session.registerTable(
    'survival_median',
    { office: text, dataset: text, area: text, period: text, breakdown: text, measure: 'integer', n: 'integer' },
    rows,
  );
}

/** A row for each curve that reaches one half, out of rows in the order of their times. */
function mediansOf(rows: readonly FollowedRow[]) {
  const curves = new Map<string, FollowedRow[]>();
  for (const row of rows) {
    const key = [row.office, row.dataset, row.area, row.period, row.breakdown ?? ''].join('\n');
    const curve = curves.get(key) ?? [];
    if (curve.length === 0) curves.set(key, curve);
    curve.push(row);
  }
  return [...curves.values()].flatMap((cases) => {
    const median = survivalMedian(cases);
    const [of] = cases;
    if (median === null || of === undefined) return [];
    const n = cases.reduce((sum, { ended, censored }) => sum + ended + censored, 0);
    return [[of.office, of.dataset, of.area, of.period, of.breakdown, median, n]];
  });
}

async function registerCohorts(session: RecordSession, { clock }: DurationDefinition, until: Day): Promise<void> {
  const [first] = await session.rows<{ year: number | null }>(
    `SELECT CAST(EXTRACT(YEAR FROM min(${clock.start})) AS INTEGER) AS year FROM (${recordRelation([clock.start])}) AS record`,
  );
  const from = first?.year ?? null;
  const to = Number(until.slice(0, 4)) - (until.endsWith('-12-31') ? 0 : 1);
  const years = from === null ? [] : Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  await session.registerTable(
    'survival_year',
    { period: 'text', first_day: 'date', last_day: 'date' },
    years.map(survivalCohort).map(({ period, firstDay, lastDay }) => [period, firstDay, lastDay]),
  );
}

async function registerAreas(session: RecordSession, areas: AreaDirectory): Promise<void> {
  const members = await session.rows<{ area: string; member_of: string }>('SELECT area, member_of FROM counted_area');
  await session.registerTable(
    'survival_area',
    { area: 'text', member_of: 'text' },
    members.filter(({ member_of }) => hasSurvivalMedian(areas, member_of)).map((row) => [row.area, row.member_of]),
  );
}
