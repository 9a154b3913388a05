import { breakdownSql, groupingSets } from '../cells/request.js';
import type { StockDefinition } from '../definition.js';
import type { Condition } from '../record/condition.js';
import { monthNumberSql } from '../record/months.js';
import { ownedOf } from '../record/owned-of.js';
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
 * Observations of a stock: starts and ends summed in order of their months. What ends before it starts is never open,
 * so its end counts in the month of its start. Every period ends with a month, so months are fine enough. Where owners at the
 * end of a period count, a right is taken apart at its transfers first: each owner has what lies between two of them.
 */
export function stockSql(definition: StockDefinition, condition: Condition): string {
  const { starts, ends } = definition;
  const tests = wherePart(condition, [`${starts} IS NOT NULL`]);
  const byOwner = ownedOf(definition)?.stages === 'all';
  const [begin, end, from] = byOwner ? ['held_from', 'held_until', 'held'] : [starts, ends, `record\n${tests}`];
  const combinations = plainCombinations(definition);
  const dimensions = dimensionColumns(definition);
  const by = ['office', 'dataset', 'area', ...dimensions].join(', ');
  const told = byOwner ? by : ['office', 'dataset', areaPart(definition), ...dimensionParts(definition)].join(', ');
  const timed = `SELECT ${told}, ${monthNumberSql(begin)} AS start_month,
  CASE WHEN ${end} < ${begin} THEN ${monthNumberSql(begin)} ELSE ${monthNumberSql(end)} END AS end_month
FROM ${from}`;
  const cell = `SELECT ${by}, start_month, end_month, count(*) AS n FROM timed GROUP BY ${by}, start_month, end_month`;
  const event = `SELECT ${by}, start_month AS month_number, n AS change FROM cell
UNION ALL
SELECT ${by}, end_month, -n FROM cell WHERE end_month IS NOT NULL`;
  const local = `SELECT ${by}, month_number, sum(change) AS change FROM event GROUP BY ${by}, month_number`;
  const wider = `SELECT ${by.replace('area', 'member_of AS area')}, month_number, sum(change) AS change
FROM local JOIN counted_area USING (area)
GROUP BY ${by.replace('area', 'member_of')}, month_number`;
  const grouped = `SELECT ${by}, month_number, sum(change) AS change
FROM wider
${groupingSets(combinations, ['office', 'dataset', 'area', 'month_number'])}`;
  const running = `SELECT ${by}, month_number, sum(change) OVER series AS n, lead(month_number) OVER series AS next_month
FROM grouped
WINDOW series AS (PARTITION BY ${by} ORDER BY month_number)`;
  const query = `SELECT office, dataset, area, period, ${breakdownSql(combinations)} AS breakdown, CAST(NULL AS VARCHAR) AS statistic,
  CAST(n AS DOUBLE) AS value, CAST(n AS BIGINT) AS n, CAST(NULL AS BIGINT) AS numerator
FROM running JOIN period_ended_by_month AS ended
  ON ended.month_number >= running.month_number
  AND ended.month_number < coalesce(running.next_month, ended.month_number + 1)
WHERE n <> 0
${orderPart}`;
  const parts = {
    ...(byOwner ? { held: heldSql(definition, tests) } : {}),
    timed,
    cell,
    event,
    local,
    wider,
    grouped,
    running,
  };
  return withParts(
    [recordPart(definition, condition, [starts, ends]), ...Object.entries(parts).map(([name, sql]) => part(name, sql))],
    query,
  );
}

/** A row for each owner that a right in force had in turn: what it was in force of the time that this one owned it. */
function heldSql(definition: StockDefinition, tests: string): string {
  const { starts, ends } = definition;
  return `SELECT ${['office', 'dataset', 'place AS area', ...dimensionParts(definition)].join(', ')},
  CASE WHEN owned_from > ${starts} THEN owned_from ELSE ${starts} END AS held_from,
  CASE WHEN ${ends} IS NULL OR owned_until < ${ends} THEN owned_until ELSE ${ends} END AS held_until
FROM record
${tests}`;
}
