import { breakdownSql, groupingSets } from '../cells/request.js';
import { isShared, type StockDefinition } from '../definition.js';
import { monthNumberSql } from '../record/months.js';
import { ownedOf } from '../record/owned-of.js';
import { shareValue } from '../record/shares.js';
import { areaPart, dimensionColumns, dimensionParts, type PlainQuery, recordPart } from './plain-query.js';
import { part, wherePart, withParts } from './sql-parts.js';

/**
 * Observations of a stock: starts and ends summed in order of their months. What ends before it starts is never open,
 * so its end counts in the month of its start. Every period ends with a month, so months are fine enough. Where owners at the
 * end of a period count, a right is taken apart at its transfers first: each owner has what lies between two of them; where conditions are
 * asked, what lies within their stages counts. Holders are counted among the rights that are open at each end.
 */
export function stockSql(query: PlainQuery<StockDefinition>): string {
  const { definition, combinations } = query;
  const byHolder = definition.count === 'holders';
  const dimensions = dimensionColumns(query);
  const by = ['office', 'dataset', 'area', ...dimensions].join(', ');
  const timed = `SELECT ${by}, ${monthNumberSql('held_from')} AS start_month,
  CASE WHEN held_until < held_from THEN ${monthNumberSql('held_from')} ELSE ${monthNumberSql('held_until')} END AS end_month${byHolder ? ', party' : ''}${definition.count === 'years' ? `, ${monthNumberSql('filed_on')} AS begun_month` : ''}
FROM held`;
  const count = definition.count === 'years' ? '(n * month_of_end - begun)' : byHolder ? 'holders' : 'n';
  const per = definition.count === 'years' ? ' / 12' : '';
  const value = isShared(definition) ? shareValue('shared') : `CAST(${count} AS DOUBLE PRECISION)${per}`;
  const counted = byHolder ? holderParts(query, by) : recordParts(query, by);
  return withParts(
    [
      recordPart(query, [definition.starts, definition.ends, ...(definition.count === 'years' ? ['filed_on'] : [])]),
      part('held', heldSql(query)),
      part('timed', timed),
      ...Object.entries(counted.parts).map(([name, sql]) => part(name, sql)),
    ],
    `SELECT office, dataset, area, period, ${breakdownSql(combinations)} AS breakdown, CAST(NULL AS VARCHAR) AS statistic,
  ${value} AS value, CAST(n AS BIGINT) AS n, CAST(NULL AS BIGINT) AS numerator
FROM ${counted.from}
WHERE n <> 0`,
  );
}

/** What each record counts between: in force, of one owner in turn, within a stage of its conditions. */
function heldSql(query: PlainQuery<StockDefinition>): string {
  const { definition, condition } = query;
  const { starts, ends } = definition;
  const byOwner = ownedOf(definition)?.stages === 'all';
  const conditional = definition.conditions.length > 0;
  const from = [starts, ...(byOwner ? ['owned_from'] : []), ...(conditional ? ['condition_from'] : [])];
  const until = [ends, ...(byOwner ? ['owned_until'] : []), ...(conditional ? ['condition_until'] : [])];
  const told = ['office', 'dataset', areaPart(query), ...dimensionParts(query)];
  return `SELECT ${told.join(', ')},
  ${from.reduce(later)} AS held_from,
  ${until.reduce(earlier)} AS held_until${definition.count === 'holders' ? ', party' : ''}${definition.count === 'years' ? ', filed_on' : ''}
FROM record
${wherePart(condition, [`${starts} IS NOT NULL`, ...(definition.count === 'years' ? ['filed_on IS NOT NULL'] : [])])}`;
}

function later(one: string, other: string): string {
  return `CASE WHEN ${other} > ${one} THEN ${other} ELSE ${one} END`;
}

/** Null: never. */
function earlier(one: string, other: string): string {
  return `CASE WHEN ${one} IS NULL OR ${other} < ${one} THEN ${other} ELSE ${one} END`;
}

function recordParts({ definition, combinations }: PlainQuery<StockDefinition>, by: string) {
  // Of years the months of filing are added up beside: what a right was kept for is the month of the end less that.
  const beside = (shared: string, begun: string) =>
    `${isShared(definition) ? `, ${shared} AS shared` : ''}${definition.count === 'years' ? `, ${begun} AS begun` : ''}`;
  const cell = `SELECT ${by}, start_month, end_month, count(*) AS n${beside('count(*)', 'sum(begun_month)')} FROM timed GROUP BY ${by}, start_month, end_month`;
  const event = `SELECT ${by}, start_month AS month_number, n AS change${beside('n', 'begun')} FROM cell
UNION ALL
SELECT ${by}, end_month, -n${beside('-n', '-begun')} FROM cell WHERE end_month IS NOT NULL`;
  const local = `SELECT ${by}, month_number, sum(change) AS change${beside('sum(shared)', 'sum(begun)')} FROM event GROUP BY ${by}, month_number`;
  const wider = `SELECT ${by.replace('area', 'member_of AS area')}, month_number, sum(change) AS change${beside('sum(change * share)', 'sum(begun)')}
FROM local JOIN counted_area USING (area)
GROUP BY ${by.replace('area', 'member_of')}, month_number`;
  const grouped = `SELECT ${by}, month_number, sum(change) AS change${beside('sum(shared)', 'sum(begun)')}
FROM wider
${groupingSets(combinations, ['office', 'dataset', 'area', 'month_number'])}`;
  const running = `SELECT ${by}, month_number, sum(change) OVER series AS n${beside('sum(shared) OVER series', 'sum(begun) OVER series')}, lead(month_number) OVER series AS next_month
FROM grouped
WINDOW series AS (PARTITION BY ${by} ORDER BY month_number)`;
  const from = `(SELECT running.*, ended.period, ended.month_number AS month_of_end
FROM running JOIN period_ended_by_month AS ended
  ON ended.month_number >= running.month_number
  AND ended.month_number < coalesce(running.next_month, ended.month_number + 1)) AS told`;
  return { parts: { cell, event, local, wider, grouped, running }, from };
}

function holderParts({ combinations }: PlainQuery, by: string) {
  const open = `SELECT ${by.replace('area', 'member_of AS area')}, ended.period, party
FROM timed JOIN counted_area USING (area)
JOIN period_ended_by_month AS ended
  ON timed.start_month <= ended.month_number AND (timed.end_month IS NULL OR timed.end_month > ended.month_number)`;
  const grouped = `SELECT ${by}, period, count(*) AS n, count(DISTINCT party) AS holders
FROM open_right
${groupingSets(combinations, ['office', 'dataset', 'area', 'period'])}`;
  return { parts: { open_right: open, grouped }, from: 'grouped' };
}
