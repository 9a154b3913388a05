import { breakdownSql, groupingSets } from '../cells/request.js';
import { type FlowDefinition, isShared } from '../definition.js';
import { valuesOf } from '../opening/opening-sql.js';
import { monthNumberSql } from '../record/months.js';
import { shareValue } from '../record/shares.js';
import { areaPart, dimensionColumns, dimensionParts, type PlainQuery, recordPart } from './plain-query.js';
import { part, wherePart, withParts } from './sql-parts.js';

/** Observations of a flow: cells of a month, then wider areas, then longer periods. */
export function flowSql(query: PlainQuery<FlowDefinition>): string {
  const { definition, condition, combinations } = query;
  const { date } = definition;
  const byHolder = definition.count === 'holders';
  const summed = valuesOf(definition)[0] ?? null;
  const shared = isShared(definition);
  const dimensions = dimensionColumns(query);
  const keys = ['office', 'dataset', 'area', ...dimensions, 'month_number', ...(byHolder ? ['party'] : [])];
  const by = keys.join(', ');
  const timed = `SELECT office, dataset, ${[areaPart(query), ...dimensionParts(query)].join(', ')}, ${monthNumberSql(date)} AS month_number${byHolder ? ', party' : ''}${summed === null ? '' : `, ${summed} AS summed`}
FROM record
${wherePart(condition, [`${date} IS NOT NULL`])}`;
  const cell = `SELECT ${by}, count(*) AS n${summed === null ? '' : ', sum(summed) AS summed'} FROM timed GROUP BY ${by}`;
  const wider = `SELECT ${by.replace('area', 'member_of AS area')}, sum(n) AS n${shared ? ', sum(n * share) AS shared' : ''}${summed === null ? '' : ', sum(summed) AS summed'}
FROM cell JOIN counted_area USING (area)
GROUP BY ${by.replace('area', 'member_of')}`;
  const sums = [
    'CAST(sum(n) AS BIGINT) AS n',
    ...(byHolder ? ['count(DISTINCT party) AS holders'] : []),
    ...(shared ? ['sum(shared) AS shared'] : []),
    ...(summed === null ? [] : ['sum(summed) AS summed']),
  ];
  const counted = byHolder ? 'holders' : summed === null ? 'n' : 'coalesce(summed, 0)';
  const value = shared ? shareValue('shared') : `CAST(${counted} AS DOUBLE PRECISION)`;
  const grouped = `SELECT office, dataset, area, period, ${[...dimensions, ...sums].join(', ')}
FROM wider JOIN period_of_month USING (month_number)
${groupingSets(combinations, ['office', 'dataset', 'area', 'period'])}`;
  const parts = { timed, cell, wider, grouped };
  return withParts(
    [
      recordPart(query, summed === null ? [date] : [date, summed]),
      ...Object.entries(parts).map(([name, sql]) => part(name, sql)),
    ],
    `SELECT office, dataset, area, period, ${breakdownSql(combinations)} AS breakdown, CAST(NULL AS VARCHAR) AS statistic,
  ${value} AS value, n, CAST(NULL AS BIGINT) AS numerator
FROM grouped
WHERE n <> 0`,
  );
}
