import type { AreaDirectory, Day } from '@zhiheng/vocabulary';
import type { AdmissionPlan } from '../admission/admission-plan.js';
import { allHold } from '../admission/masks.js';
import { measureOf, monthsSql } from '../compute/measure.js';
import { part, withParts } from '../compute/sql-parts.js';
import { type SurvivalCohort, splitByEnd, survivalCohort } from '../compute/survival-cohort.js';
import { medianOfSteps } from '../compute/survival-median.js';
import { hasSurvivalMedian } from '../compute/survival-medians.js';
import type { DurationDefinition } from '../definition.js';
import { itself, type TableOf } from '../record/owner-joins.js';
import type { RecordSession } from '../session.js';
import { type CellGroup, groundOf, selectRows } from './cell-groups.js';
import { quantiles } from './quantiles.js';
import { breakdownSql, dimensionsIn, groupingSets, type Request } from './request.js';

interface StepRow {
  readonly office: string;
  readonly dataset: string;
  readonly area: string;
  readonly period: string;
  readonly breakdown: string | null;
  readonly measure: number;
  readonly ended: number;
  /** Cases open before. */
  readonly at_risk: number;
  /** Cases of the whole curve. */
  readonly n: number;
}

export interface SurvivalScope {
  readonly areas: AreaDirectory;
  readonly until: Day;
  /** The years that are told; left out: all that have ended. */
  readonly years?: readonly number[] | null;
}

/**
 * The years of survival medians that some rows of the admission, put in the place of others, make anew: those in which what is followed
 * differs.
 */
export async function survivalYearsTouched(
  session: RecordSession,
  request: Request,
  plan: AdmissionPlan,
  { before, after }: { readonly before: TableOf; readonly after: TableOf },
  { areas, until }: SurvivalScope,
): Promise<number[]> {
  const cohorts = await registerCohorts(session, request.planned.definition as DurationDefinition, until, null, [
    after('admission'),
    before('admission'),
  ]);
  const last = cohorts.at(-1)?.lastDay;
  if (last === undefined) return [];
  await session.keep(
    'followed_difference',
    followedDifferences(request, [
      { sql: openedSql(request, plan, after, last), count: 1 },
      { sql: openedSql(request, plan, before, last), count: -1 },
    ]),
  );
  const [differing] = await session.rows<{ n: number }>('SELECT count(*) AS n FROM followed_difference');
  if ((differing?.n ?? 0) === 0) return [];
  await registerAreas(session, areas);
  const rows = await session.rows<{ period: string }>(`SELECT DISTINCT period
FROM (\n${followedSql(request, plan, 'SELECT * FROM followed_difference', true)}\n) AS followed
WHERE ended <> 0 OR censored <> 0
ORDER BY period`);
  return rows.map(({ period }) => Number(period));
}

/** Cases that differ between both sides of changed records: `n` of them, with a sign. */
function followedDifferences(
  request: Request,
  sides: readonly { readonly sql: string; readonly count: number }[],
): string {
  const columns = [...caseColumns(request), 'start_day', 'end_day', 'counts'].join(', ');
  const each = sides.map(({ sql, count }) => `SELECT ${columns}, ${count} AS n FROM (\n${sql}\n) AS side`);
  return `SELECT ${columns}, CAST(sum(n) AS BIGINT) AS n
FROM (\n${each.join('\nUNION ALL\n')}\n) AS both_sides
GROUP BY ${columns}
HAVING sum(n) <> 0`;
}

/**
 * SQL of the survival medians of a duration as rows of its set: the Kaplan-Meier median of what began in the 36 months up to the end of a
 * year, for national groups and provincial units. Curves are followed here in whole numbers and stand in a table of `name`. Null where no
 * year has one.
 */
export async function survivalRows(
  session: RecordSession,
  request: Request,
  plan: AdmissionPlan,
  name: string,
  { areas, until, years }: SurvivalScope,
): Promise<string | null> {
  const definition = request.planned.definition as DurationDefinition;
  const cohorts = await registerCohorts(session, definition, until, years ?? null);
  if (cohorts.length === 0) return null;
  await registerAreas(session, areas);
  const opened = openedSql(request, plan, itself, null);
  await session.keep('survival_step', stepsSql(followedSql(request, plan, opened, false)));
  const medians: Median[] = [];
  // The steps of all years together do not fit into memory on a large office.
  for (const { period } of cohorts) {
    const steps = `SELECT ${stepColumns} FROM survival_step WHERE period = '${period}' ORDER BY measure`;
    medians.push(...mediansOf(await session.rows<StepRow>(steps)));
  }
  if (medians.length === 0) return null;
  const text = 'text' as const;
  await session.registerTable(
    name,
    { office: text, dataset: text, area: text, period: text, breakdown: text, measure: 'integer', n: 'integer' },
    medians,
  );
  const nothing = (column: string, type: string) => `CAST(NULL AS ${type}) AS ${column}`;
  const double = 'DOUBLE PRECISION';
  return `SELECT office, dataset, area, breakdown, CAST(period AS INTEGER) AS year, 1 AS number, ${nothing('n', 'BIGINT')},
  ${['mean', ...quantiles.map(({ statistic }) => statistic), 'share_within_target'].map((column) => nothing(column, double)).join(', ')},
  ${nothing('numerator', 'BIGINT')},
  CAST(${monthsSql(measureOf(definition.clock.convention), 'CAST(measure AS DOUBLE PRECISION)')} AS ${double}) AS survival_median,
  CAST(n AS BIGINT) AS survival_n
FROM ${name}`;
}

const curve = 'office, dataset, area, period, breakdown';
const stepColumns = `${curve}, measure, ended, at_risk, n`;

/** Of a curve: office, dataset, area, period, breakdown, the median, and the cases of the whole curve. */
type Median = [string, string, string, string, string | null, number, number];

/** What a curve loses at least before half of it is gone: the sum of `ended / at_risk`, with room for what a float leaves out. */
const leastLoss = 0.499;

/**
 * The steps of curves that can come down to one half: a step a time at which cases ended, with how many were
 * open before it. What lies behind the time at which half of all cases have ended is left out, since what is censored takes a curve down
 * earlier, never later; so are curves that lose less than a half.
 */
function stepsSql(followed: string): string {
  const upTo = (what: string) =>
    `CAST(sum(${what}) OVER (PARTITION BY ${curve} ORDER BY measure ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS BIGINT) - (${what})`;
  return `SELECT ${stepColumns}
FROM (
  SELECT ${curve}, measure, ended, at_risk, n, ended_before,
    sum(CAST(ended AS DOUBLE PRECISION) / at_risk) OVER (PARTITION BY ${curve}) AS loss
  FROM (
    SELECT ${curve}, measure, ended, ended_before, n, n - gone AS at_risk
    FROM (
      SELECT ${curve}, measure, ended, ${upTo('ended')} AS ended_before, ${upTo('ended + censored')} AS gone,
        CAST(sum(ended + censored) OVER (PARTITION BY ${curve}) AS BIGINT) AS n
      FROM (\n${followed}\n) AS followed
    ) AS counted
  ) AS open_cases
  WHERE ended > 0
) AS step
WHERE 2 * ended_before < n AND loss >= ${leastLoss}`;
}

/** A row for each curve that reaches one half, out of rows in the order of curves and times. */
function mediansOf(rows: readonly StepRow[]): Median[] {
  const curves = new Map<string, { readonly of: StepRow; readonly steps: StepRow[] }>();
  for (const row of rows) {
    const key = [row.office, row.dataset, row.area, row.period, row.breakdown ?? ''].join('\n');
    const curve = curves.get(key) ?? { of: row, steps: [] };
    if (curve.steps.length === 0) curves.set(key, curve);
    curve.steps.push(row);
  }
  return [...curves.values()].flatMap(({ of, steps }) => {
    const median = medianOfSteps(steps.map(({ measure, ended, at_risk: atRisk }) => ({ measure, ended, atRisk })));
    return median === null ? [] : [[of.office, of.dataset, of.area, of.period, of.breakdown, median, of.n]];
  });
}

function caseColumns({ combinations }: Request): string[] {
  return ['office', 'dataset', 'place', ...dimensionsIn(combinations)];
}

/**
 * SQL of the cases that are followed: `start_day`, `end_day`, and whether their end `counts`. `last`: the last day of all cohorts (null: any),
 * behind which an end is none yet.
 */
function openedSql(request: Request, plan: AdmissionPlan, tables: TableOf, last: Day | null): string {
  const { planned } = request;
  const definition = planned.definition as DurationDefinition;
  const { start, end } = definition.clock;
  const { always, ended } = splitByEnd(definition, planned.condition);
  const numbers = (of: readonly { readonly text: string }[]) =>
    planned.tests.filter((_, index) => of.some(({ text }) => text === planned.condition.conjuncts[index]?.text));
  const group: CellGroup = { name: 'followed', requests: [request] };
  const counts = `CASE WHEN ${allHold(numbers(ended), plan.dialect)} THEN 1 ELSE 0 END`;
  const upTo = (sql: string) => (last === null ? sql : `CASE WHEN a.${end} <= DATE '${last}' THEN ${sql} END`);
  const tests = [`a.${start} IS NOT NULL`, `(a.${end} IS NULL OR a.${end} >= a.${start})`];
  if (last !== null) tests.push(`a.${start} <= DATE '${last}'`);
  return `${selectRows(group, plan, [`a.${start} AS start_day`, `${upTo(`a.${end}`)} AS end_day`, `${upTo(counts)} AS counts`])}
${groundOf(group, plan, tests, { tables }, numbers(always))}`;
}

/** SQL of what is followed of some cases, by area, year and time; `weighed`: `n` tells how many each of them stands for. */
function followedSql(request: Request, plan: AdmissionPlan, opened: string, weighed: boolean): string {
  const { combinations } = request;
  const { convention } = (request.planned.definition as DurationDefinition).clock;
  const dimensions = dimensionsIn(combinations);
  const byCase = [...caseColumns(request), 'period'].join(', ');
  const n = weighed ? ', n' : '';
  const followed = `SELECT ${byCase}, start_day, CASE WHEN end_day <= last_day THEN end_day ELSE last_day END AS seen_on,
  CASE WHEN end_day <= last_day AND counts = 1 THEN 1 ELSE 0 END AS ended${n}
FROM opened JOIN survival_year ON start_day BETWEEN first_day AND last_day`;
  const measured = `SELECT ${byCase}, ${measureOf(convention).sql('start_day', 'seen_on', plan.dialect)} AS measure, ended${n} FROM followed`;
  const [all, gone] = weighed ? ['sum(n)', 'sum(ended * n)'] : ['count(*)', 'sum(ended)'];
  const cell = `SELECT ${byCase}, measure, CAST(${gone} AS BIGINT) AS ended, CAST(${all} - ${gone} AS BIGINT) AS censored
FROM measured
GROUP BY ${byCase}, measure`;
  const series = ['office', 'dataset', 'area', ...dimensions, 'period', 'measure'].join(', ');
  const wide = `SELECT ${series}, CAST(sum(ended) AS BIGINT) AS ended, CAST(sum(censored) AS BIGINT) AS censored
FROM cell JOIN survival_area ON survival_area.place = cell.place
${groupingSets(combinations, ['office', 'dataset', 'area', 'period', 'measure'])}`;
  const parts = { opened, followed, measured, cell, wide };
  return withParts(
    Object.entries(parts).map(([name, sql]) => part(name, sql)),
    `SELECT office, dataset, area, period, ${breakdownSql(combinations)} AS breakdown, measure, ended, censored
FROM wide`,
  );
}

async function registerCohorts(
  session: RecordSession,
  { clock }: DurationDefinition,
  until: Day,
  asked: readonly number[] | null,
  relations: readonly string[] = ['admission'],
): Promise<SurvivalCohort[]> {
  const [first] = await session.rows<{ year: number | null }>(
    `SELECT CAST(min(EXTRACT(YEAR FROM first_day)) AS INTEGER) AS year FROM (${relations
      .map((relation) => `SELECT min(${clock.start}) AS first_day FROM ${relation}`)
      .join(' UNION ALL ')}) AS first_days`,
  );
  const from = first?.year ?? null;
  const to = Number(until.slice(0, 4)) - (until.endsWith('-12-31') ? 0 : 1);
  const all = from === null ? [] : Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  const cohorts = (asked === null ? all : all.filter((year) => asked.includes(year))).map(survivalCohort);
  if (cohorts.length === 0) return [];
  await session.registerTable(
    'survival_year',
    { period: 'text', first_day: 'date', last_day: 'date' },
    cohorts.map(({ period, firstDay, lastDay }) => [period, firstDay, lastDay]),
  );
  return cohorts;
}

async function registerAreas(session: RecordSession, areas: AreaDirectory): Promise<void> {
  const all = await session.rows<{ area: string }>('SELECT DISTINCT area FROM area_of');
  await session.registerTable(
    'area_with_median',
    { area: 'text' },
    all.filter(({ area }) => hasSurvivalMedian(areas, area)).map(({ area }) => [area]),
  );
  await session.keep(
    'survival_area',
    'SELECT place, area FROM area_of WHERE area IN (SELECT area FROM area_with_median)',
  );
}
