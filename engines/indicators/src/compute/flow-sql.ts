import { breakdownSql, groupingSets } from '../cells/request.js';
import type { FlowDefinition } from '../definition.js';
import type { Condition } from '../record/condition.js';
import { monthNumberSql } from '../record/months.js';
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

/** Observations of a flow: cells of a month, then wider areas, then longer periods. */
export function flowSql(definition: FlowDefinition, condition: Condition): string {
  const { date } = definition;
  const combinations = plainCombinations(definition);
  const by = ['office', 'dataset', 'area', ...dimensionColumns(definition), 'month_number'].join(', ');
  const timed = `SELECT office, dataset, ${[areaPart(definition), ...dimensionParts(definition)].join(', ')}, ${monthNumberSql(date)} AS month_number
FROM record
${wherePart(condition, [`${date} IS NOT NULL`])}`;
  const cell = `SELECT ${by}, count(*) AS n FROM timed GROUP BY ${by}`;
  const wider = `SELECT ${by.replace('area', 'member_of AS area')}, sum(n) AS n
FROM cell JOIN counted_area USING (area)
GROUP BY ${by.replace('area', 'member_of')}`;
  const grouped = `SELECT office, dataset, area, period, ${[...dimensionColumns(definition), 'CAST(sum(n) AS BIGINT) AS n'].join(', ')}
FROM wider JOIN period_of_month USING (month_number)
${groupingSets(combinations, ['office', 'dataset', 'area', 'period'])}`;
  const query = `SELECT office, dataset, area, period, ${breakdownSql(combinations)} AS breakdown, CAST(NULL AS VARCHAR) AS statistic,
  CAST(n AS DOUBLE) AS value, n, CAST(NULL AS BIGINT) AS numerator
FROM grouped
WHERE n <> 0
${orderPart}`;
  const parts = { timed, cell, wider, grouped };
  return withParts(
    [recordPart(definition, condition, [date]), ...Object.entries(parts).map(([name, sql]) => part(name, sql))],
    query,
  );
}
