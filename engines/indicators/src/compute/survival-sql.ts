import { breakdownSql, groupingSets } from '../cells/request.js';
import type { DurationDefinition } from '../definition.js';
import { measureOf } from './measure.js';
import { areaPart, dimensionColumns, dimensionParts, type PlainQuery, recordPart } from './plain-query.js';
import { part, withParts } from './sql-parts.js';
import { splitByEnd } from './survival-cohort.js';

/**
 * Followed cases by area, kind and year, a row for each time that some were followed for, the shortest first: columns `measure`, `ended`,
 * `censored`. Reads the tables `survival_year (period, first_day, last_day)` and `survival_area (area, member_of)`.
 */
export function survivalSql(query: PlainQuery<DurationDefinition>): string {
  const { definition, condition, combinations, dialect } = query;
  const { start, end, convention } = definition.clock;
  const { always, ended } = splitByEnd(definition, condition);
  const conjunction = (parts: readonly { sql: string }[]) =>
    parts.length === 0 ? '1 = 1' : parts.map(({ sql }) => `(${sql})`).join(' AND ');
  const dimensions = dimensionColumns(query);
  const by = ['office', 'dataset', 'area', ...dimensions, 'period'].join(', ');
  const opened = `SELECT office, dataset, ${[areaPart(query), ...dimensionParts(query)].join(', ')}, ${start} AS start_day, ${end} AS end_day,
  CASE WHEN ${conjunction(ended)} THEN 1 ELSE 0 END AS counts
FROM record
WHERE ${conjunction(always)}
  AND ${start} IS NOT NULL
  AND (${end} IS NULL OR ${end} >= ${start})`;
  const followed = `SELECT ${by}, start_day, CASE WHEN end_day <= last_day THEN end_day ELSE last_day END AS seen_on,
  CASE WHEN end_day <= last_day AND counts = 1 THEN 1 ELSE 0 END AS ended
FROM opened JOIN survival_year ON start_day BETWEEN first_day AND last_day`;
  const measured = `SELECT ${by}, ${measureOf(convention).sql('start_day', 'seen_on', dialect)} AS measure, ended
FROM followed`;
  const cell = `SELECT ${by}, measure, sum(ended) AS ended, count(*) - sum(ended) AS censored
FROM measured
GROUP BY ${by}, measure`;
  const wider = `SELECT ${by.replace('area', 'member_of AS area')}, measure, ended, censored
FROM cell JOIN survival_area USING (area)`;
  const grouped = `SELECT ${by}, measure,
  CAST(sum(ended) AS BIGINT) AS ended, CAST(sum(censored) AS BIGINT) AS censored
FROM wider
${groupingSets(combinations, ['office', 'dataset', 'area', 'period', 'measure'])}`;
  const parts = { opened, followed, measured, cell, wider, grouped };
  return withParts(
    [recordPart(query, [start, end]), ...Object.entries(parts).map(([name, sql]) => part(name, sql))],
    `SELECT office, dataset, area, period, ${breakdownSql(combinations)} AS breakdown, measure, ended, censored
FROM grouped
ORDER BY measure`,
  );
}
