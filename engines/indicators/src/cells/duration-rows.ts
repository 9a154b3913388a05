import type { Dialect } from '@zhiheng/expressions';
import { measureOf, monthsSql } from '../compute/measure.js';
import { part, withParts } from '../compute/sql-parts.js';
import type { DurationDefinition } from '../definition.js';
import type { RecordSession } from '../session.js';
import { quantiles } from './quantiles.js';
import { dimensionsIn, type Request } from './request.js';
import { type KeptCells, seriesOf, wideParts } from './set-sql.js';
import { byMonth, inSpan, monthsOfYear, type SpanOfCases, spansOfCases, upToMonth } from './spans.js';

/**
 * Rows of a duration out of its cells, which are a histogram: of each month of a year, how many cases took so long. Quantiles
 * (R type 7) lie between the cases of two ranks, which are found where the running count passes them. What several queries read is kept
 * in the session. The survival medians are not among them.
 */
export async function durationRows(
  session: RecordSession,
  request: Request,
  cells: KeptCells,
  name: string,
): Promise<string> {
  const definition = request.planned.definition as DurationDefinition;
  const kept = { wide: `${name}_times`, summed: `${name}_sums`, placed: `${name}_places` };
  const { dialect } = session;
  await session.keep(kept.wide, withParts(wideParts(request, cells, dialect, ['measure']), 'SELECT * FROM wide'));
  await session.keep(kept.summed, summedSql(request, definition, kept.wide));
  const lastMonth = cells.years === null ? 12 : await lastMonthOf(session, kept.summed);
  await session.keep(kept.placed, placedSql(request, kept, lastMonth));
  const parts = [
    part('told', toldSql(request, kept.summed, lastMonth)),
    part('ranked', rankedSql(request, kept.placed, dialect, lastMonth)),
  ];
  return withParts(parts, statisticsSql(request, definition));
}

/** The month of the year behind which nothing ended in any year. */
async function lastMonthOf(session: RecordSession, summed: string): Promise<number> {
  const cases = monthsOfYear.toReversed().map((month) => `WHEN m${month} <> 0 THEN ${month}`);
  const [last] = await session.rows<{ month: number | null }>(
    `SELECT max(CASE ${cases.join(' ')} ELSE 1 END) AS month FROM ${summed}`,
  );
  return last?.month ?? 1;
}

function seriesIn({ combinations }: Request): string[] {
  return ['office', 'dataset', 'area', ...dimensionsIn(combinations), 'year'];
}

function sameSeries(request: Request, one: string, other: string): string {
  const known = ['office', 'dataset', 'area', 'year'].map((name) => `${one}.${name} = ${other}.${name}`);
  const dimensions = dimensionsIn(request.combinations);
  return [...known, ...dimensions.map((name) => `${one}.${name} IS NOT DISTINCT FROM ${other}.${name}`)].join(' AND ');
}

/** A row a year: cases, what they took together, and how many lay within the target, by month. */
function summedSql(request: Request, { clock }: DurationDefinition, wide: string): string {
  const series = seriesIn(request).join(', ');
  const limit = clock.target === null ? null : clock.target * measureOf(clock.convention).perMonth;
  const sum = (of: (month: number) => string, prefix: string) =>
    byMonth((month) => `CAST(sum(${of(month)}) AS BIGINT) AS ${prefix}${month}`);
  const within = sum((month) => `CASE WHEN measure <= ${limit} THEN m${month} ELSE 0 END`, 'w');
  return `SELECT ${[
    series,
    sum((month) => `m${month}`, 'm'),
    sum((month) => `measure * m${month}`, 's'),
    ...(limit === null ? [] : [within]),
  ].join(',\n  ')}
FROM ${wide}
GROUP BY ${series}`;
}

/** The sums of every period that holds a case, and the first period of the same cases (`ranked_as`). */
function toldSql(request: Request, summed: string, lastMonth: number): string {
  const { clock } = request.planned.definition as DurationDefinition;
  const columns = [
    ...seriesIn(request),
    'span.number',
    `CASE span.number ${spansOfCases(lastMonth)
      .flatMap(({ numbers: [first, ...others] }) => others.map((number) => `WHEN ${number} THEN ${first}`))
      .join(' ')} ELSE span.number END AS ranked_as`,
    `${inSpan('m')} AS n`,
    `${inSpan('s')} AS total`,
    ...(clock.target === null ? [] : [`${inSpan('w')} AS numerator`]),
  ];
  return `SELECT ${columns.join(', ')}
FROM ${summed} AS summed CROSS JOIN span
WHERE ${inSpan('m')} > 0`;
}

/**
 * `lastMonth`: the one behind which nothing ended. Each time with how many took it (`h`), how many took as long or less (`c`) and how many there are (`t`), each from January to the
 * end of a month: what lies in a period is a difference of two.
 */
function placedSql(
  request: Request,
  { wide, summed }: { readonly wide: string; readonly summed: string },
  lastMonth: number,
): string {
  const series = seriesIn(request);
  const names = (table: string) => series.map((name) => `${table}.${name}`).join(', ');
  const months = monthsOfYear.filter((month) => month <= lastMonth);
  const each = (column: (month: number) => string) => months.map(column).join(', ');
  const timed = `SELECT ${series.join(', ')}, measure, ${each((month) => `${upToMonth('m', month)} AS h${month}`)}
FROM ${wide}`;
  const counted = `SELECT ${series.join(', ')}, measure, ${each((month) => `h${month}`)},
  ${each((month) => `CAST(sum(h${month}) OVER times AS BIGINT) AS c${month}`)}
FROM timed
WINDOW times AS (PARTITION BY ${series.join(', ')} ORDER BY measure ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`;
  return withParts(
    [part('timed', timed), part('counted', counted)],
    `SELECT ${names('counted')}, measure, ${each((month) => `h${month}`)}, ${each((month) => `c${month}`)},
  ${each((month) => `${upToMonth('summed.m', month)} AS t${month}`)}
FROM counted JOIN ${summed} AS summed ON ${sameSeries(request, 'summed', 'counted')}`,
  );
}

/** The times at the two ranks of each quantile, once for the periods of the same cases: `low_50`, `high_50`, … */
function rankedSql(request: Request, placed: string, dialect: Dialect, lastMonth: number): string {
  const series = seriesIn(request).join(', ');
  const inside = (prefix: string, { first, last }: SpanOfCases) =>
    first === 1 ? `${prefix}${last}` : `(${prefix}${last} - ${prefix}${first - 1})`;
  const near = (percent: number) =>
    `((cases - 1) * ${percent} < counted * 100 AND (cases - 1) * ${percent} >= (counted - here - 1) * 100)`;
  const branches = spansOfCases(lastMonth).map(
    (span) => `SELECT ${series}, ${span.numbers[0]} AS number, measure, here, counted, cases
FROM (
  SELECT ${series}, measure, ${inside('h', span)} AS here, ${inside('c', span)} AS counted, ${inside('t', span)} AS cases
  FROM ${placed}
) AS span_${span.numbers[0]}
WHERE here > 0 AND (${quantiles.map(({ percent }) => near(percent)).join(' OR ')})`,
  );
  const rank = (percent: number, more: number) =>
    `${dialect.wholeQuotient(`((cases - 1) * ${percent} + ${more})`, '100')} + 1`;
  const at = (percent: number, more: number) => {
    const place = rank(percent, more);
    return `min(CASE WHEN counted >= ${place} AND counted - here < ${place} THEN measure END)`;
  };
  const columns = quantiles.flatMap(({ percent }) => [
    `${at(percent, 0)} AS low_${percent}`,
    `${at(percent, 99)} AS high_${percent}`,
  ]);
  return `SELECT ${series}, number,
  ${columns.join(',\n  ')}
FROM (
${branches.join('\nUNION ALL\n')}
) AS near_rank
GROUP BY ${series}, number`;
}

/** A row for each span that holds a case, with every statistic of it. */
function statisticsSql(request: Request, { clock }: DurationDefinition): string {
  const measure = measureOf(clock.convention);
  const double = (sql: string) => `CAST(${sql} AS DOUBLE PRECISION)`;
  const quantile = (percent: number) => {
    const part = `${double(`((n - 1) * ${percent}) % 100`)} / 100`;
    return monthsSql(measure, `(low_${percent} + ${part} * (high_${percent} - low_${percent}))`);
  };
  const [share, numerator] =
    clock.target === null
      ? ['CAST(NULL AS DOUBLE PRECISION)', 'CAST(NULL AS BIGINT)']
      : [`${double('numerator')} / n`, 'numerator'];
  return `SELECT ${seriesOf(request)}, number, CAST(n AS BIGINT) AS n, ${double(monthsSql(measure, `(${double('total')} / n)`))} AS mean,
  ${quantiles.map(({ percent, statistic }) => `${double(quantile(percent))} AS ${statistic}`).join(',\n  ')},
  ${share} AS share_within_target, ${numerator} AS numerator,
  CAST(NULL AS DOUBLE PRECISION) AS survival_median, CAST(NULL AS BIGINT) AS survival_n
FROM (
  SELECT told.*, ${quantiles.map(({ percent }) => `ranked.low_${percent}, ranked.high_${percent}`).join(', ')}
  FROM told JOIN ranked ON told.ranked_as = ranked.number AND ${sameSeries(request, 'ranked', 'told')}
) AS span`;
}
