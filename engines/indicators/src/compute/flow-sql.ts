import type { FlowDefinition } from '../definition.js';
import type { Condition } from '../record/condition.js';
import { monthNumberSql } from '../record/months.js';
import { areaPart, groupPart, kindPart, orderPart, part, recordPart, wherePart, withParts } from './sql-parts.js';

/** Observations of a flow: cells of a month, then wider areas, then longer periods. */
export function flowSql(definition: FlowDefinition, condition: Condition): string {
  const { date } = definition;
  const cell = `SELECT office, dataset, ${areaPart(definition)}, kind, ${monthNumberSql(date)} AS month_number, count(*) AS n
FROM record
${wherePart(condition, [`${date} IS NOT NULL`])}
GROUP BY 1, 2, 3, 4, 5`;
  const wider = `SELECT office, dataset, member_of AS area, kind, month_number, sum(n) AS n
FROM cell JOIN counted_area USING (area)
GROUP BY 1, 2, 3, 4, 5`;
  const query = `SELECT office, dataset, area, period, ${kindPart(definition)}, CAST(NULL AS VARCHAR) AS statistic,
  CAST(sum(n) AS DOUBLE) AS value, CAST(sum(n) AS BIGINT) AS n, CAST(NULL AS BIGINT) AS numerator
FROM wider JOIN period_of_month USING (month_number)
${groupPart(definition, ['period'])}
${orderPart}`;
  return withParts([recordPart(definition, condition, [date]), part('cell', cell), part('wider', wider)], query);
}
