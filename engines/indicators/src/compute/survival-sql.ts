import { breakdownSql, groupingSets } from '../cells/request.js';
import type { DurationDefinition } from '../definition.js';
import type { Condition } from '../record/condition.js';
import { measureOf } from './measure.js';
import {
  areaPart,
  dimensionColumns,
  dimensionParts,
  part,
  plainCombinations,
  recordPart,
  withParts,
} from './sql-parts.js';
import { splitByEnd } from './survival-cohort.js';

/**
 * Followed cases by area, kind and year, as lists in order of their time: columns `measures`, `ended`, `censored`.
 * Reads the tables `survival_year (period, first_day, last_day)` and `survival_area (area, member_of)`.
 */
export function survivalSql(definition: DurationDefinition, condition: Condition): string {
  const { start, end, convention } = definition.clock;
  const { always, ended } = splitByEnd(definition, condition);
  const conjunction = (parts: readonly { sql: string }[]) =>
    parts.length === 0 ? 'TRUE' : parts.map(({ sql }) => `(${sql})`).join(' AND ');
  const combinations = plainCombinations(definition);
  const dimensions = dimensionColumns(definition);
  const by = ['office', 'dataset', 'area', ...dimensions, 'period'].join(', ');
  const opened = `SELECT office, dataset, ${[areaPart(definition), ...dimensionParts(definition)].join(', ')}, ${start} AS start_day, ${end} AS end_day, (${conjunction(ended)}) AS counts
FROM record
WHERE ${conjunction(always)}
  AND ${start} IS NOT NULL
  AND (${end} IS NULL OR ${end} >= ${start})`;
  const followed = `SELECT ${by}, start_day, least(end_day, last_day) AS seen_on,
  coalesce(end_day <= last_day AND counts, FALSE) AS ended
FROM opened JOIN survival_year ON start_day BETWEEN first_day AND last_day`;
  const cell = `SELECT ${by}, ${measureOf(convention).sql('start_day', 'seen_on')} AS measure,
  count(*) FILTER (ended) AS ended, count(*) FILTER (NOT ended) AS censored
FROM followed
GROUP BY ${by}, measure`;
  const wider = `SELECT ${by.replace('area', 'member_of AS area')}, measure, ended, censored
FROM cell JOIN survival_area USING (area)`;
  const grouped = `SELECT ${by}, measure,
  CAST(sum(ended) AS BIGINT) AS ended, CAST(sum(censored) AS BIGINT) AS censored
FROM wider
${groupingSets(combinations, ['office', 'dataset', 'area', 'period', 'measure'])}`;
  const query = `SELECT office, dataset, area, period, ${breakdownSql(combinations)} AS breakdown, list(measure ORDER BY measure) AS measures,
  list(ended ORDER BY measure) AS ended, list(censored ORDER BY measure) AS censored
FROM grouped
GROUP BY office, dataset, area, period, breakdown`;
  const parts = { opened, followed, cell, wider, grouped };
  return withParts(
    [recordPart(definition, condition, [start, end]), ...Object.entries(parts).map(([name, sql]) => part(name, sql))],
    query,
  );
}
