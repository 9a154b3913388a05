import type { Dialect } from '@zhiheng/expressions';
import { measureOf, monthsSql } from '../compute/measure.js';
import { part, withParts } from '../compute/sql-parts.js';
import type { DurationDefinition } from '../definition.js';
import { dimensionsIn, knownParts, type Request } from './request.js';
import { type KeptCells, observationColumns, wideParts } from './set-sql.js';
import { byMonth, inSpan } from './spans.js';

const quantiles = [
  { statistic: 'median', percent: 50 },
  { statistic: 'p90', percent: 90 },
  { statistic: 'p95', percent: 95 },
] as const;

/**
 * Observations of a duration out of its cells, which are a histogram: of each month of a year, how many cases took so long. Quantiles
 * (R type 7) lie between the cases of two ranks, which are found where the running count passes them. The survival medians are
 * not among them.
 */
export function durationRows(request: Request, cells: KeptCells, dialect: Dialect): string {
  const definition = request.planned.definition as DurationDefinition;
  const parts = [
    ...wideParts(request, cells, dialect, ['measure']),
    part('summed', summedSql(request, definition)),
    part('told', toldSql(request)),
    part('placed', placedSql(request)),
    part('ranked', rankedSql(request, dialect)),
  ];
  return withParts(parts, [...plainStatistics(request, definition), ...quantileStatistics(request, definition)].join('\nUNION ALL\n'));
}

function seriesOf({ combinations }: Request): string[] {
  return ['office', 'dataset', 'area', ...dimensionsIn(combinations), 'year'];
}

/** A row a year: cases, what they took together, and how many lay within the target, by month. */
function summedSql(request: Request, { clock }: DurationDefinition): string {
  const series = seriesOf(request).join(', ');
  const limit = clock.target === null ? null : clock.target * measureOf(clock.convention).perMonth;
  const within = limit === null ? [] : [byMonth((month) => `CAST(sum(CASE WHEN measure <= ${limit} THEN m${month} ELSE 0 END) AS BIGINT) AS w${month}`)];
  return `SELECT ${[
    series,
    byMonth((month) => `CAST(sum(m${month}) AS BIGINT) AS m${month}`),
    byMonth((month) => `CAST(sum(measure * m${month}) AS BIGINT) AS s${month}`),
    ...within,
  ].join(',\n  ')}
FROM wide
GROUP BY ${series}`;
}

/** The sums of every period that holds a case. */
function toldSql(request: Request): string {
  const { clock } = request.planned.definition as DurationDefinition;
  const columns = [
    ...seriesOf(request),
    'span.number',
    'span.suffix',
    `${inSpan('m')} AS n`,
    `${inSpan('s')} AS total`,
    ...(clock.target === null ? [] : [`${inSpan('w')} AS numerator`]),
  ];
  return `SELECT ${columns.join(', ')}
FROM summed CROSS JOIN span
WHERE ${[`${inSpan('m')} > 0`, ...knownParts(request.combinations)].join(' AND ')}`;
}

/** Each time with how many took as long or less, by month, and how many there are. */
function placedSql(request: Request): string {
  const series = seriesOf(request).join(', ');
  const upTo = byMonth((month) => `CAST(sum(m${month}) OVER up_to AS BIGINT) AS c${month}`);
  const all = byMonth((month) => `CAST(sum(m${month}) OVER whole AS BIGINT) AS t${month}`);
  return `SELECT ${series}, measure, ${byMonth((month) => `m${month}`)},
  ${upTo},
  ${all}
FROM wide
WINDOW up_to AS (PARTITION BY ${series} ORDER BY measure ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW),
  whole AS (PARTITION BY ${series})`;
}

/** The times at the two ranks of each quantile: `low_50`, `high_50`, … */
function rankedSql(request: Request, dialect: Dialect): string {
  const series = seriesOf(request).join(', ');
  const low = (percent: number) => `${dialect.wholeQuotient(`((cases - 1) * ${percent})`, '100')} + 1`;
  const high = (percent: number) => `${dialect.wholeQuotient(`((cases - 1) * ${percent} + 99)`, '100')} + 1`;
  const reaches = (rank: string) => `(counted >= ${rank} AND counted - here < ${rank})`;
  const ranks = quantiles.flatMap(({ percent }) => [
    { name: `low_${percent}`, rank: low(percent) },
    { name: `high_${percent}`, rank: high(percent) },
  ]);
  return `SELECT ${series}, number,
  ${ranks.map(({ name, rank }) => `min(CASE WHEN ${reaches(rank)} THEN measure END) AS ${name}`).join(',\n  ')}
FROM (
  SELECT ${series}, span.number, measure, ${inSpan('m')} AS here, ${inSpan('c')} AS counted, ${inSpan('t')} AS cases
  FROM placed CROSS JOIN span
) AS each_span
WHERE here > 0 AND (${ranks.map(({ rank }) => reaches(rank)).join(' OR ')})
GROUP BY ${series}, number`;
}

function plainStatistics(request: Request, { clock }: DurationDefinition): string[] {
  const measure = measureOf(clock.convention);
  const row = (statistic: string, value: string, numerator?: string) =>
    `${observationColumns(request, { statistic: `'${statistic}'`, value, n: 'n', ...(numerator === undefined ? {} : { numerator }) })}
FROM told AS span`;
  const double = (sql: string) => `CAST(${sql} AS DOUBLE PRECISION)`;
  return [
    row('n', 'n'),
    row('mean', monthsSql(measure, `(${double('total')} / n)`)),
    ...(clock.target === null ? [] : [row('share-within-target', `${double('numerator')} / n`, 'numerator')]),
  ];
}

function quantileStatistics(request: Request, { clock }: DurationDefinition): string[] {
  const measure = measureOf(clock.convention);
  const same = [
    ...['office', 'dataset', 'area', 'year', 'number'].map((name) => `ranked.${name} = told.${name}`),
    ...dimensionsIn(request.combinations).map((name) => `ranked.${name} IS NOT DISTINCT FROM told.${name}`),
  ].join(' AND ');
  return quantiles.map(({ statistic, percent }) => {
    const [low, high] = [`low_${percent}`, `high_${percent}`];
    const part = `CAST(((n - 1) * ${percent}) % 100 AS DOUBLE PRECISION) / 100`;
    const value = monthsSql(measure, `(${low} + ${part} * (${high} - ${low}))`);
    return `${observationColumns(request, { statistic: `'${statistic}'`, value, n: 'n' })}
FROM (
  SELECT told.*, ranked.${low}, ranked.${high} FROM told JOIN ranked ON ${same}
) AS span`;
  });
}
