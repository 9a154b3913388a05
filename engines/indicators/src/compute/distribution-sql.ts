import { breakdownSql, groupingSets } from '../cells/request.js';
import type { DistributionDefinition } from '../definition.js';
import { monthNumberSql } from '../record/months.js';
import { areaPart, dimensionColumns, dimensionParts, type PlainQuery, recordPart } from './plain-query.js';
import { part, wherePart, withParts } from './sql-parts.js';

const series = ['office', 'dataset', 'area', 'period'];
const quartiles = [
  ['p25', 25],
  ['median', 50],
  ['p75', 75],
] as const;

/**
 * Observations of a spread, a row a statistic: the number of records, their mean, and quartiles that interpolate linearly between order
 * statistics (R type 7), out of the values and how many records have each. Of few records their number alone.
 */
export function distributionSql(query: PlainQuery<DistributionDefinition>): string {
  const { definition, condition, combinations, dialect } = query;
  const { column, date } = definition;
  const dimensions = dimensionColumns(query);
  const by = [...series, ...dimensions].join(', ');
  const timed = `SELECT office, dataset, ${[areaPart(query), ...dimensionParts(query)].join(', ')}, ${monthNumberSql(date)} AS month_number,
  CAST(${column} AS DOUBLE PRECISION) AS measure
FROM record
${wherePart(condition, [`${date} IS NOT NULL`, `${column} IS NOT NULL`])}`;
  const wider = `SELECT office, dataset, ${['member_of AS area', ...dimensions].join(', ')}, month_number, measure
FROM timed JOIN counted_area USING (area)`;
  const counted = `SELECT ${by}, measure, count(*) AS here
FROM wider JOIN period_of_month USING (month_number)
${groupingSets(combinations, [...series, 'measure'])}`;
  const ranked = `SELECT ${by}, measure, here, CAST(sum(here) OVER (PARTITION BY ${by} ORDER BY measure) AS BIGINT) AS reached,
  CAST(sum(here) OVER (PARTITION BY ${by}) AS BIGINT) AS n
FROM counted`;
  const place = (percent: number, more: number) => dialect.wholeQuotient(`((n - 1) * ${percent} + ${more})`, '100');
  const at = (percent: number, more: number) =>
    `min(measure) FILTER (WHERE reached > ${place(percent, more)}) AS ${more === 0 ? 'low' : 'high'}_${percent}`;
  const placed = `SELECT ${by}, n, sum(measure * here) AS total,
  ${quartiles.flatMap(([, percent]) => [at(percent, 0), at(percent, 99)]).join(',\n  ')}
FROM ranked
GROUP BY ${by}, n`;
  const told = [
    ['n', 'CAST(n AS DOUBLE PRECISION)'],
    ['mean', 'total / n'],
    ...quartiles.map(([name, percent]) => [
      name,
      `low_${percent} + (high_${percent} - low_${percent}) * CAST((n - 1) * ${percent} % 100 AS DOUBLE PRECISION) / 100`,
    ]),
  ];
  const parts = { timed, wider, counted, ranked, placed };
  return withParts(
    [recordPart(query, [date, column]), ...Object.entries(parts).map(([name, sql]) => part(name, sql))],
    `SELECT office, dataset, area, period, ${breakdownSql(combinations)} AS breakdown, statistic,
  CASE statistic
    ${told.map(([name, sql]) => `WHEN '${name}' THEN ${sql}`).join('\n    ')}
  END AS value, n, CAST(NULL AS BIGINT) AS numerator
FROM placed CROSS JOIN (VALUES ${told.map(([name]) => `('${name}')`).join(', ')}) AS each_statistic (statistic)
WHERE statistic = 'n' OR n > ${definition.moreThan}`,
  );
}
