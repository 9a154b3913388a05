import type { AdmissionPlan } from '../admission/admission-plan.js';
import { part, withParts } from '../compute/sql-parts.js';
import type { FlowDefinition, StockDefinition } from '../definition.js';
import { monthNumberSql } from '../record/months.js';
import { type CellGroup, groundOf, heldRows, type MonthSpan, selectRows, yearRows } from './cell-groups.js';
import { dimensionsIn, groupingSets, type Request } from './request.js';
import { type KeptCells, observationColumns, wideParts, withCondition } from './set-sql.js';
import { byMonth, inSpan, monthsOf, spans } from './spans.js';
import { runningParts } from './stock-rows.js';

/**
 * Observations of a flow that counts the distinct parties which hold its records first; `n` are the records. A party is marked in each
 * month in which it has one, so that every period counts it once.
 */
export function holderFlowRows(request: Request, cells: KeptCells, plan: AdmissionPlan): string {
  const { combinations } = request;
  const { date } = request.planned.definition as FlowDefinition;
  const group: CellGroup = { name: 'held', requests: [request] };
  const dimensions = dimensionsIn(combinations);
  const series = ['office', 'dataset', 'area', ...dimensions, 'year'];
  const rows = selectRows(group, plan, ['holder.party', `${monthNumberSql(`a.${date}`)} AS month_number`]);
  const seen = `SELECT DISTINCT office, dataset, place, ${[...dimensions, 'party'].join(', ')}, month_number
FROM (
${rows}
${groundOf(group, plan, [`a.${date} IS NOT NULL`], { parties: true })}
) AS admitted`;
  const year = '(month_number - month_number % 12) / 12';
  const marks = byMonth(
    (month) => `max(CASE WHEN month_number % 12 = ${month - 1} THEN 1 ELSE 0 END) AS f${month}`,
    ',\n  ',
  );
  const marked = `SELECT ${series.join(', ')}, party,
  ${marks}
FROM (SELECT seen.*, CAST(${year} AS INTEGER) AS year FROM seen) AS dated JOIN area_of ON area_of.place = dated.place
${groupingSets(combinations, ['office', 'dataset', 'area', 'year', 'party'])}`;
  const counts = spans.map((span, index) => `count(*) FILTER (WHERE ${monthsOf(span, 'f')} > 0) AS p${index + 1}`);
  const counted = `SELECT ${series.join(', ')},
  ${counts.join(',\n  ')}
FROM marked
GROUP BY ${series.join(', ')}`;
  const n = inSpan('m');
  const holders = `CASE span.number ${spans.map((_, index) => `WHEN ${index + 1} THEN p${index + 1}`).join(' ')} END`;
  return withParts(
    [
      ...wideParts(request, cells, plan.dialect),
      ...[part('seen', seen), part('marked', marked), part('counted', counted)],
      part(
        'told',
        besideHolders(
          'wide',
          'counted',
          series,
          spans.map((_, index) => `p${index + 1}`),
        ),
      ),
    ],
    `${observationColumns(request, { value: `coalesce(${holders}, 0)`, n })}
FROM told CROSS JOIN span
WHERE ${n} <> 0`,
  );
}

/** Observations of a stock that counts the distinct parties which hold its records first; `n` are the records. */
export function holderStockRows(
  request: Request,
  cells: KeptCells,
  plan: AdmissionPlan,
  { first, last }: MonthSpan,
): string {
  const { combinations, byCondition, planned } = request;
  const definition = planned.definition as StockDefinition;
  const group: CellGroup = { name: 'held', requests: [request] };
  const dimensions = dimensionsIn(combinations);
  const keys = ['office', 'dataset', 'place', ...dimensions, 'party'];
  const start = monthNumberSql('held_from');
  const stop = `CASE WHEN held_until < held_from THEN ${start} ELSE ${monthNumberSql('held_until')} END`;
  const base = (Math.floor(first / 12) - 1) * 12;
  const rows = heldRows(definition, group, plan, { parties: true });
  const held = byCondition ? `SELECT * FROM ${withCondition(`(\n${rows}\n)`, definition.id)}` : rows;
  const change = `SELECT ${keys.join(', ')}, ${start} AS month_number, 1 AS n FROM held
UNION ALL
SELECT ${keys.join(', ')}, ${stop}, -1 FROM held WHERE held_until IS NOT NULL`;
  const series = ['office', 'dataset', 'area', ...dimensions];
  const wider = `SELECT ${[...series, 'party'].join(', ')}, month_number, CAST(sum(n) AS BIGINT) AS change
FROM (
  SELECT ${keys.join(', ')}, CASE WHEN month_number < ${base} THEN ${base} ELSE month_number END AS month_number, n
  FROM change WHERE month_number <= ${last}
) AS dated JOIN area_of ON area_of.place = dated.place
${groupingSets(combinations, ['office', 'dataset', 'area', 'party', 'month_number'])}`;
  const open = `SELECT ${series.join(', ')}, month_number, change,
  CAST(sum(change) OVER (PARTITION BY ${[...series, 'party'].join(', ')} ORDER BY month_number) AS BIGINT) AS held
FROM party_change`;
  const turns = `SELECT ${series.join(', ')}, month_number,
  CASE WHEN held > 0 AND held - change <= 0 THEN 1 WHEN held <= 0 AND held - change > 0 THEN -1 ELSE 0 END AS n
FROM party_open`;
  const records = `(wide_was_open + ${inSpan('m', 'u')})`;
  const holders = `(coalesce(holders_was_open, 0) + ${inSpan('h', 'u')})`;
  const end = '(year * 12 + span.last_month - 1)';
  const tests = [`${records} <> 0`, `${end} BETWEEN ${first} AND ${last}`];
  return withParts(
    [
      ...[...wideParts(request, cells, plan.dialect), ...runningParts(request, 'wide')],
      ...[part('held', held), part('change', change), part('party_change', wider), part('party_open', open)],
      part('holders', yearRows(series, turns)),
      ...runningParts(request, 'holders'),
      part('told', bothOpen([...series, 'year'])),
    ],
    `${observationColumns(request, { value: holders, n: records })}
FROM told CROSS JOIN span
WHERE ${tests.join(' AND ')}`,
  );
}

function besideHolders(
  records: string,
  holders: string,
  series: readonly string[],
  columns: readonly string[],
): string {
  return `SELECT ${records}.*, ${columns.map((name) => `${holders}.${name}`).join(', ')}
FROM ${records} LEFT JOIN ${holders} ON ${sameSeries(records, holders, series)}`;
}

function bothOpen(series: readonly string[]): string {
  return `SELECT ${series.map((name) => `r.${name}`).join(', ')}, ${byMonth((month) => `r.m${month}`)}, r.was_open AS wide_was_open,
  h.was_open AS holders_was_open, ${byMonth((month) => `coalesce(h.m${month}, 0) AS h${month}`)}
FROM wide_running AS r LEFT JOIN holders_running AS h ON ${sameSeries('r', 'h', series)}`;
}

function sameSeries(one: string, other: string, series: readonly string[]): string {
  return series.map((name) => `${other}.${name} IS NOT DISTINCT FROM ${one}.${name}`).join(' AND ');
}
