import type { AdmissionPlan } from '../admission/admission-plan.js';
import { part, withParts } from '../compute/sql-parts.js';
import type { FlowDefinition, StockDefinition } from '../definition.js';
import { monthNumberSql } from '../record/months.js';
import type { RecordSession } from '../session.js';
import { type CellGroup, groundOf, heldRows, inYears, selectRows, yearRows } from './cell-groups.js';
import { dimensionsIn, groupingSets, type Request } from './request.js';
import { holdsAnything } from './set-form.js';
import { type KeptCells, seriesOf, wideParts, withCondition } from './set-sql.js';
import { byMonth, type MonthSpan, monthsOf, spans } from './spans.js';
import { openAtEnds, runningParts } from './stock-rows.js';

/** Who holds each record first, by a number: numbers are told apart faster than names. */
const numberedParties = 'numbered_party';

/** Keeps the numbers of the parties of a session's admission. */
export async function numberParties(session: RecordSession): Promise<void> {
  await session.keep(
    'party_number',
    `SELECT party, CAST(row_number() OVER (ORDER BY party) AS INTEGER) AS number
FROM (SELECT DISTINCT party FROM admission_party WHERE party IS NOT NULL) AS named`,
  );
  await session.keep(
    numberedParties,
    'SELECT told.id, named.number AS party FROM admission_party AS told JOIN party_number AS named ON named.party = told.party',
  );
}

/**
 * Rows of a flow that counts the distinct parties which hold its records first, beside the records. A party is marked in each
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
${groundOf(group, plan, [`a.${date} IS NOT NULL`, ...inYears(`a.${date}`, cells.years)], {
  parties: numberedParties,
})}
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
  const holders = spans.map((_, index) => `p${index + 1}`);
  const counts = spans.map((span, index) => `count(*) FILTER (WHERE ${monthsOf(span, 'f')} > 0) AS ${holders[index]}`);
  const counted = `SELECT ${series.join(', ')},
  ${counts.join(',\n  ')}
FROM marked
GROUP BY ${series.join(', ')}`;
  return withParts(
    [
      ...wideParts(request, cells, plan.dialect),
      ...[part('seen', seen), part('marked', marked), part('counted', counted)],
      part('told', besideHolders('wide', 'counted', series, holders)),
    ],
    `SELECT ${[seriesOf(request), byMonth((month) => `m${month}`), ...holders].join(', ')}
FROM told
WHERE ${holdsAnything('m')}`,
  );
}

/**
 * Rows of a stock that counts the distinct parties which hold its records first, beside the records. `year`: of the years behind it alone, and
 * what came since its end; the cells have no more either. Parties to which nothing happened since do not matter then.
 */
export function holderStockRows(
  request: Request,
  cells: KeptCells,
  plan: AdmissionPlan,
  { first, last }: MonthSpan,
  year: number | null,
): string {
  const { combinations, byCondition, planned } = request;
  const definition = planned.definition as StockDefinition;
  const group: CellGroup = { name: 'held', requests: [request] };
  const dimensions = dimensionsIn(combinations);
  const keys = ['office', 'dataset', 'place', ...dimensions, 'party'];
  const start = monthNumberSql('held_from');
  const stop = `CASE WHEN held_until < held_from THEN ${start} ELSE ${monthNumberSql('held_until')} END`;
  const from = year === null ? Math.floor(first / 12) : year + 1;
  const base = from * 12 - 1;
  const rows = heldRows(definition, group, plan, { parties: numberedParties });
  const held = byCondition ? `SELECT * FROM ${withCondition(`(\n${rows}\n)`, definition.id)}` : rows;
  const change = `SELECT ${keys.join(', ')}, ${start} AS month_number, 1 AS n FROM held
UNION ALL
SELECT ${keys.join(', ')}, ${stop}, -1 FROM held WHERE held_until IS NOT NULL`;
  const series = ['office', 'dataset', 'area', ...dimensions];
  const moved = `SELECT DISTINCT party FROM change WHERE month_number BETWEEN ${base + 1} AND ${last}`;
  const dated = `SELECT ${keys.join(', ')}, CASE WHEN month_number < ${base} THEN ${base} ELSE month_number END AS month_number, CAST(sum(n) AS BIGINT) AS n
FROM change
WHERE month_number <= ${last}${year === null ? '' : ' AND party IN (SELECT party FROM moved)'}
GROUP BY ${keys.join(', ')}, CASE WHEN month_number < ${base} THEN ${base} ELSE month_number END`;
  const wider = `SELECT ${[...series, 'party'].join(', ')}, month_number, CAST(sum(n) AS BIGINT) AS change
FROM dated JOIN area_of ON area_of.place = dated.place
${groupingSets(combinations, ['office', 'dataset', 'area', 'party', 'month_number'])}`;
  const open = `SELECT ${series.join(', ')}, month_number, change,
  CAST(sum(change) OVER (PARTITION BY ${[...series, 'party'].join(', ')} ORDER BY month_number) AS BIGINT) AS held
FROM party_change`;
  const turns = `SELECT ${series.join(', ')}, month_number,
  CASE WHEN held > 0 AND held - change <= 0 THEN 1 WHEN held <= 0 AND held - change > 0 THEN -1 ELSE 0 END AS n
FROM party_open${year === null ? '' : `\nWHERE month_number > ${base}`}`;
  const ends = `SELECT ${seriesOf(request)}, ${openAtEnds('m', 'l', 'wide_was_open')},
  ${openAtEnds('h', 'h', 'coalesce(holders_was_open, 0)')}
FROM told
WHERE year >= ${from}`;
  return withParts(
    [
      ...[...wideParts(request, cells, plan.dialect), ...runningParts(request, 'wide')],
      ...[part('held', held), part('change', change), ...(year === null ? [] : [part('moved', moved)])],
      ...[part('dated', dated), part('party_change', wider), part('party_open', open)],
      part('holders', yearRows(series, turns)),
      ...runningParts(request, 'holders'),
      part('told', bothOpen([...series, 'year'])),
      part('ends', ends),
    ],
    `SELECT * FROM ends
WHERE ${holdsAnything('l')} OR ${holdsAnything('h')}`,
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
