import { breakdownSql, groupingSets } from '../cells/request.js';
import type { DurationDefinition } from '../definition.js';
import type { Condition } from '../record/condition.js';
import { monthNumberSql } from '../record/months.js';
import { measureOf, monthsSql } from './measure.js';
import {
  areaPart,
  dimensionColumns,
  dimensionParts,
  orderPart,
  part,
  plainCombinations,
  recordPart,
  wherePart,
  withParts,
} from './sql-parts.js';

/**
 * Observations of a duration over the records whose end lies in the period, a row a statistic. Quantiles interpolate
 * linearly between order statistics (R type 7). `survival_median` comes from `survivalMedians`, as whole measures.
 */
export function durationSql(definition: DurationDefinition, condition: Condition): string {
  const { start, end, convention, target } = definition.clock;
  const measure = measureOf(convention);
  const combinations = plainCombinations(definition);
  const dimensions = dimensionColumns(definition);
  const timed = `SELECT office, dataset, ${[areaPart(definition), ...dimensionParts(definition)].join(', ')}, ${monthNumberSql(end)} AS month_number,
  CAST(${measure.sql(start, end)} AS INTEGER) AS measure
FROM record
${wherePart(condition, durationTests(start, end))}`;
  const within = target === null ? 'CAST(NULL AS BIGINT)' : `count(*) FILTER (measure <= ${target * measure.perMonth})`;
  const wider = `SELECT office, dataset, ${['member_of AS area', ...dimensions].join(', ')}, month_number, measure
FROM timed JOIN counted_area USING (area)`;
  const summary = `SELECT office, dataset, area, period, ${[...dimensions, 'count(*) AS n'].join(', ')},
  CAST(sum(measure) AS DOUBLE) AS total, quantile_cont(measure, [0.5, 0.9, 0.95]) AS quantiles, ${within} AS within
FROM wider JOIN period_of_month USING (month_number)
${groupingSets(combinations, ['office', 'dataset', 'area', 'period'])}`;
  const statistics = [
    ['n', 'n', 'CAST(NULL AS BIGINT)'],
    ['mean', monthsSql(measure, 'total / n'), 'CAST(NULL AS BIGINT)'],
    ['median', monthsSql(measure, 'quantiles[1]'), 'CAST(NULL AS BIGINT)'],
    ['p90', monthsSql(measure, 'quantiles[2]'), 'CAST(NULL AS BIGINT)'],
    ['p95', monthsSql(measure, 'quantiles[3]'), 'CAST(NULL AS BIGINT)'],
    ...(target === null ? [] : [['share-within-target', 'CAST(within AS DOUBLE) / n', 'within']]),
  ].map((row) => `  ('${row[0]}', CAST(${row[1]} AS DOUBLE), ${row[2]})`);
  const query = `SELECT office, dataset, area, period, ${breakdownSql(combinations)} AS breakdown, statistic, value, n, numerator
FROM summary, LATERAL (VALUES
${statistics.join(',\n')}
) AS each_statistic (statistic, value, numerator)
WHERE n > 0
UNION ALL
SELECT office, dataset, area, period, breakdown, 'survival-median', ${monthsSql(measure, 'CAST(measure AS DOUBLE)')}, n, CAST(NULL AS BIGINT)
FROM survival_median
${orderPart}`;
  return withParts(
    [
      recordPart(definition, condition, [start, end]),
      part('timed', timed),
      part('wider', wider),
      part('summary', summary),
    ],
    query,
  );
}

/** What a record must have for a time to lie between its two dates: both, in order. */
export function durationTests(start: string, end: string): string[] {
  return [`${end} IS NOT NULL`, `${start} IS NOT NULL`, `${end} >= ${start}`];
}
