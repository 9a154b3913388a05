import { type MonthSpan, type SetForm, unfolded } from '@zhiheng/indicators';
import { kinds } from '@zhiheng/vocabulary';
import type { CellStates } from './cell-states.js';

/** A stored set as a session shows it. */
export interface ShownSet {
  readonly form: SetForm;
  /** SQL of its rows. */
  readonly rows: string;
  readonly months: MonthSpan;
}

/** What is looked at; left out: everything. */
export interface CellFilter {
  readonly areas?: readonly string[] | undefined;
  readonly periods?: readonly string[] | undefined;
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const listed = (values: readonly string[]) => values.map(quoted).join(', ');
const series = ['office', 'dataset', 'area', 'breakdown', 'year'] as const;

/** SQL of the series and years of two sets of one form whose rows are not the same, or that lie in some `years`. */
export function differingSeries(
  { was, now }: { readonly was: ShownSet; readonly now: ShownSet },
  columns: readonly string[],
  years: readonly number[],
  { sameFiles, filter }: { readonly sameFiles: boolean; readonly filter: CellFilter },
): string {
  const names = columns.join(', ');
  const rowsOf = ({ rows }: ShownSet) => `SELECT ${names} FROM (\n${rows}\n) AS stored WHERE ${seriesTest(filter)}`;
  const only = (one: ShownSet, other: ShownSet) =>
    `SELECT ${series.join(', ')} FROM (${rowsOf(one)} EXCEPT ${rowsOf(other)}) AS only_here`;
  const parts = [
    ...(sameFiles ? [] : [only(was, now), only(now, was)]),
    ...[was, now].map((set) => seriesIn(set, years, filter)),
  ];
  return `SELECT DISTINCT ${series.join(', ')} FROM (\n${parts.join('\nUNION ALL\n')}\n) AS differing`;
}

/** SQL of the series and years of a set, in some years, that are not among others. */
export function otherSeries(
  set: ShownSet,
  years: readonly number[],
  { others, filter }: { readonly others: string; readonly filter: CellFilter },
): string {
  return `SELECT DISTINCT ${series.join(', ')} FROM (\n${seriesIn(set, years, filter)}\n) AS told
ANTI JOIN ${others} AS other ON ${sameSeries('told', 'other')}`;
}

function seriesIn({ rows }: ShownSet, years: readonly number[], filter: CellFilter): string {
  const inYears = years.length === 0 ? '1 = 0' : `year IN (${years.join(', ')})`;
  return `SELECT ${series.join(', ')} FROM (\n${rows}\n) AS stored WHERE ${seriesTest(filter)} AND ${inYears}`;
}

function sameSeries(one: string, other: string): string {
  return series.map((name) => `${one}.${name} IS NOT DISTINCT FROM ${other}.${name}`).join(' AND ');
}

/** A set narrowed to the series and years of a relation. */
export function narrowedTo(relation: string, set: ShownSet): ShownSet {
  return {
    ...set,
    rows: `SELECT stored.* FROM (\n${set.rows}\n) AS stored SEMI JOIN ${relation} AS one ON ${sameSeries('stored', 'one')}`,
  };
}

/** SQL of the observations of a set that are looked at. */
export function observationsOf({ form, rows, months }: ShownSet, filter: CellFilter): string {
  const narrowed = `SELECT * FROM (\n${rows}\n) AS stored WHERE ${seriesTest(form === 'observations' ? { areas: filter.areas } : filter)}`;
  const { periods } = filter;
  const period = periods === undefined ? '1 = 1' : `period IN (${listed(periods)})`;
  return `SELECT * FROM (\n${unfolded(form, narrowed, months)}\n) AS observation WHERE ${period}`;
}

function seriesTest({ areas, periods }: CellFilter): string {
  const years = periods === undefined ? null : [...new Set(periods.map((period) => Number(period.slice(0, 4))))];
  return [
    ...(areas === undefined ? [] : [`area IN (${listed(areas)})`]),
    ...(years === null ? [] : [`year IN (${years.join(', ')})`]),
    '1 = 1',
  ].join(' AND ');
}

const nothing = `SELECT CAST(NULL AS VARCHAR) AS office, CAST(NULL AS VARCHAR) AS dataset, CAST(NULL AS VARCHAR) AS area,
  CAST(NULL AS VARCHAR) AS period, CAST(NULL AS VARCHAR) AS breakdown, CAST(NULL AS VARCHAR) AS statistic,
  CAST(NULL AS DOUBLE) AS value, CAST(NULL AS BIGINT) AS n, CAST(NULL AS BIGINT) AS numerator, CAST(NULL AS INTEGER) AS year
WHERE 1 = 0`;

/** What is put side by side. */
export interface ComparedSides {
  readonly was: ShownSet | null;
  readonly now: ShownSet | null;
  /** Rows that both sets hold, of whose cells more or less is known in the one than in the other; null: none. */
  readonly restated: ShownSet | null;
}

/**
 * SQL of the observations of two sets side by side, with value and status as `figure` gives them: `office, dataset, area, period,
 * breakdown, statistic, was_value, was_n, was_status, now_value, now_n, now_status, size`, whether they `differ`, and whether the later set
 * alone holds one (`only_now`).
 */
export function comparedCells(
  { was, now, restated }: ComparedSides,
  { relation, byArea }: CellStates,
  filter: CellFilter,
): string {
  const side = (set: ShownSet | null) => (set === null ? nothing : observationsOf(set, filter));
  const keys = ['office', 'dataset', 'area', 'period', 'breakdown', 'statistic'];
  const same = keys.map((name) => `was.${name} IS NOT DISTINCT FROM told.${name}`).join(' AND ');
  const paired = `SELECT ${keys.map((name) => `coalesce(told.${name}, was.${name}) AS ${name}`).join(', ')},
    was.value AS was_stored, was.n AS was_n, told.value AS now_stored, told.n AS now_n
  FROM (\n${side(was)}\n) AS was FULL JOIN (\n${side(now)}\n) AS told ON ${same}`;
  const both =
    restated === null
      ? paired
      : `${paired}
UNION ALL
SELECT ${keys.join(', ')}, value AS was_stored, n AS was_n, value AS now_stored, n AS now_n
FROM (\n${observationsOf(restated, filter)}\n) AS held WHERE period IN (SELECT period FROM ${relation} WHERE was_state <> now_state)`;
  const counted = "(statistic IS NULL OR statistic = 'n')";
  const countedOf = (stored: string) => `coalesce(${stored}, CASE WHEN ${counted} THEN 0 END)`;
  const statusOf = (state: string, value: string) => `CASE
    WHEN ${state} = 'full' THEN CASE WHEN ${value} IS NULL THEN 'missing' ELSE 'final' END
    WHEN ${state} = 'decided' THEN CASE WHEN ${value} IS NULL THEN 'missing' ELSE 'provisional' END
    WHEN ${state} = 'none' OR ${value} IS NULL OR (${counted} AND ${value} = 0) THEN 'missing'
    WHEN ${state} = 'maturing' THEN 'maturing' ELSE 'provisional' END`;
  const kind = "coalesce(regexp_extract(paired.breakdown, '(?:^|;)kind=([^;]*)', 1), '')";
  const states = [
    ...['state.office = paired.office', 'state.dataset = paired.dataset', 'state.period = paired.period'],
    ...(byArea ? ['state.area = paired.area'] : []),
    `state.kind = CASE WHEN ${kind} IN (${listed(kinds)}) THEN ${kind} ELSE '' END`,
    "state.statistic = CASE WHEN paired.statistic = 'survival-median' THEN 'survival-median' ELSE '' END",
  ].join(' AND ');
  const stated = `SELECT paired.*, coalesce(state.was_state, 'none') AS was_state, coalesce(state.now_state, 'none') AS now_state,
    ${countedOf('was_stored').replaceAll('statistic', 'paired.statistic')} AS was_counted,
    ${countedOf('now_stored').replaceAll('statistic', 'paired.statistic')} AS now_counted
  FROM (\n${both}\n) AS paired LEFT JOIN ${relation} AS state ON ${states}`;
  const judged = `SELECT stated.*, ${statusOf('was_state', 'was_counted')} AS was_status, ${statusOf('now_state', 'now_counted')} AS now_status
  FROM (\n${stated}\n) AS stated`;
  const shown = `SELECT ${keys.join(', ')}, was_n, now_n, was_status, now_status, was_stored IS NULL AS only_now,
    CASE WHEN was_status <> 'missing' THEN was_counted END AS was_value, CASE WHEN now_status <> 'missing' THEN now_counted END AS now_value
  FROM (\n${judged}\n) AS judged`;
  const otherwise = [
    'was_status <> now_status',
    'was_value IS DISTINCT FROM now_value',
    'coalesce(was_n, 0) <> coalesce(now_n, 0)',
  ].join(' OR ');
  return `SELECT shown.*, abs(coalesce(now_value, 0) - coalesce(was_value, 0)) AS size,
  NOT (was_status = 'missing' AND now_status = 'missing') AND (${otherwise}) AS differs
FROM (\n${shown}\n) AS shown`;
}
