import { breakdownSql, groupingSets } from '../cells/request.js';
import type { DurationDefinition } from '../definition.js';
import { monthNumberSql } from '../record/months.js';
import { measureOf, monthsSql } from './measure.js';
import { areaPart, dimensionColumns, dimensionParts, type PlainQuery, recordPart, tellsTotal } from './plain-query.js';
import { part, wherePart, withParts } from './sql-parts.js';

const none = 'CAST(NULL AS BIGINT)';
const quantiles = [
  { statistic: 'median', percent: 50 },
  { statistic: 'p90', percent: 90 },
  { statistic: 'p95', percent: 95 },
] as const;

/**
 * Observations of a duration over the records whose end lies in the period, a row a statistic. Quantiles interpolate
 * linearly between order statistics (R type 7). `survival_median` comes from `registerSurvivalMedians`, as whole measures.
 */
export function durationSql(query: PlainQuery<DurationDefinition>): string {
  const { definition, condition, combinations, dialect } = query;
  const { start, end, convention, target } = definition.clock;
  const measure = measureOf(convention);
  const dimensions = dimensionColumns(query);
  const timed = `SELECT office, dataset, ${[areaPart(query), ...dimensionParts(query)].join(', ')}, ${monthNumberSql(end)} AS month_number,
  CAST(${measure.sql(start, end, dialect)} AS INTEGER) AS measure
FROM record
${wherePart(condition, durationTests(start, end))}`;
  const wider = `SELECT office, dataset, ${['member_of AS area', ...dimensions].join(', ')}, month_number, measure
FROM timed JOIN counted_area USING (area)`;
  const limit = target === null ? null : target * measure.perMonth;
  const summed = dialect.name === 'duckdb' ? listedParts(query, limit) : rankedParts(query, limit);
  const statistics = [
    ['n', 'n', none],
    ['mean', monthsSql(measure, 'total / n'), none],
    ...quantiles.map(({ statistic, percent }) => [statistic, monthsSql(measure, `q${percent}`), none]),
    ...(target === null
      ? []
      : [['share-within-target', 'CAST(within_target AS DOUBLE PRECISION) / n', 'within_target']]),
  ];
  const choose = (column: 1 | 2) => statistics.map((row) => `WHEN '${row[0]}' THEN ${row[column]}`).join('\n    ');
  const breakdown = breakdownSql(combinations);
  const plain = `SELECT office, dataset, area, period, ${breakdown} AS breakdown, statistic,
  CAST(CASE statistic
    ${choose(1)}
  END AS DOUBLE PRECISION) AS value, n, CASE statistic
    ${choose(2)}
  END AS numerator
FROM summary CROSS JOIN (VALUES ${statistics.map(([name]) => `('${name}')`).join(', ')}) AS each_statistic (statistic)
WHERE n > 0`;
  const survival = `
UNION ALL
SELECT office, dataset, area, period, breakdown, 'survival-median', ${monthsSql(measure, 'CAST(measure AS DOUBLE PRECISION)')}, n, ${none}
FROM survival_median`;
  return withParts(
    [recordPart(query, [start, end]), part('timed', timed), part('wider', wider), ...summed],
    tellsTotal(query) ? `${plain}${survival}` : plain,
  );
}

const series = ['office', 'dataset', 'area', 'period'];

/** Out of the measures of all cases, ordered by the engine. */
function listedParts(query: PlainQuery, limit: number | null): string[] {
  const by = [...series, ...dimensionColumns(query)].join(', ');
  const within = limit === null ? none : `count(*) FILTER (measure <= ${limit})`;
  const listed = `SELECT ${by}, count(*) AS n,
  CAST(sum(measure) AS DOUBLE) AS total, list_sort(list(measure)) AS measures, ${within} AS within_target
FROM wider JOIN period_of_month USING (month_number)
${groupingSets(query.combinations, series)}`;
  const at = (percent: number, more: number) =>
    `measures[((n - 1) * ${percent} + ${more}) // 100 + 1] AS ${more === 0 ? 'low' : 'high'}_${percent}`;
  const placed = `SELECT ${by}, n, total, within_target,
  ${quantiles.flatMap(({ percent }) => [at(percent, 0), at(percent, 99)]).join(',\n  ')}
FROM listed`;
  return [part('listed', listed), part('placed', placed), summaryPart(by)];
}

/** What lies between the two order statistics of each quantile. */
function summaryPart(by: string): string {
  const between = quantiles.map(
    ({ percent }) =>
      `low_${percent} + CAST((n - 1) * ${percent} % 100 AS DOUBLE PRECISION) / 100 * (high_${percent} - low_${percent}) AS q${percent}`,
  );
  return part('summary', `SELECT ${by}, n, total, within_target,\n  ${between.join(',\n  ')}\nFROM placed`);
}

/** Out of how many cases took each time and how many took as long or less, in what every engine knows. */
function rankedParts(query: PlainQuery, limit: number | null): string[] {
  const { dialect } = query;
  const by = [...series, ...dimensionColumns(query)].join(', ');
  const counted = `SELECT ${by}, measure, count(*) AS here
FROM wider JOIN period_of_month USING (month_number)
${groupingSets(query.combinations, [...series, 'measure'])}`;
  const ranked = `SELECT ${by}, measure, here, CAST(sum(here) OVER (PARTITION BY ${by} ORDER BY measure) AS BIGINT) AS reached,
  CAST(sum(here) OVER (PARTITION BY ${by}) AS BIGINT) AS n
FROM counted`;
  const place = (percent: number, more: number) =>
    `${dialect.wholeQuotient(`((n - 1) * ${percent} + ${more})`, '100')}`;
  const at = (percent: number, more: number) =>
    `min(measure) FILTER (WHERE reached > ${place(percent, more)}) AS ${more === 0 ? 'low' : 'high'}_${percent}`;
  const within = limit === null ? none : `CAST(sum(here) FILTER (WHERE measure <= ${limit}) AS BIGINT)`;
  const placed = `SELECT ${by}, n, CAST(sum(measure * here) AS DOUBLE PRECISION) AS total, coalesce(${within}, 0) AS within_target,
  ${quantiles.flatMap(({ percent }) => [at(percent, 0), at(percent, 99)]).join(',\n  ')}
FROM ranked
GROUP BY ${by}, n`;
  return [part('counted', counted), part('ranked', ranked), part('placed', placed), summaryPart(by)];
}

/** What a record must have for a time to lie between its two dates: both, in order. */
export function durationTests(start: string, end: string): string[] {
  return [`${end} IS NOT NULL`, `${start} IS NOT NULL`, `${end} >= ${start}`];
}
