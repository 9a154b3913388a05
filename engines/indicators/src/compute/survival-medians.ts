import type { AreaDirectory, Day } from '@zhiheng/vocabulary';
import type { DurationDefinition } from '../definition.js';
import type { Condition } from '../record/condition.js';
import { recordRelation } from '../record/record-relation.js';
import type { RecordSession } from '../session.js';
import { survivalCohort } from './survival-cohort.js';
import { survivalMedian } from './survival-median.js';
import { survivalSql } from './survival-sql.js';

interface FollowedGroup {
  readonly office: string;
  readonly dataset: string;
  readonly area: string;
  readonly period: string;
  readonly breakdown: string | null;
  readonly measures: readonly number[];
  readonly ended: readonly number[];
  readonly censored: readonly number[];
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
  condition: Condition,
  { areas, until }: { areas: AreaDirectory; until: Day },
): Promise<void> {
  await registerCohorts(session, definition, until);
  await registerAreas(session, areas);
  const groups = await session.rows<FollowedGroup>(survivalSql(definition, condition));
  const rows = groups.flatMap((group) => {
    const cases = group.measures.map((measure, index) => ({
      measure,
      ended: group.ended[index] ?? 0,
      censored: group.censored[index] ?? 0,
    }));
    const median = survivalMedian(cases);
    if (median === null) return [];
    const n = cases.reduce((sum, { ended, censored }) => sum + ended + censored, 0);
    return [[group.office, group.dataset, group.area, group.period, group.breakdown, median, n]];
  });
  const text = 'text' as const;
  await session.registerTable(
    'survival_median',
    { office: text, dataset: text, area: text, period: text, breakdown: text, measure: 'integer', n: 'integer' },
    rows,
  );
}

async function registerCohorts(session: RecordSession, { clock }: DurationDefinition, until: Day): Promise<void> {
  const [first] = await session.rows<{ year: number | null }>(
    `SELECT year(min(${clock.start})) AS year FROM (${recordRelation([clock.start])}) AS record`,
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
