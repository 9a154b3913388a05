import type { AdmissionPlan } from '../admission/admission-plan.js';
import { part, withParts } from '../compute/sql-parts.js';
import type { StockDefinition } from '../definition.js';
import { type MonthNumber, monthNumberSql } from '../record/months.js';
import { itself, type TableOf } from '../record/owner-joins.js';
import { type CellGroup, heldRows, yearRows } from './cell-groups.js';
import { now, since, was } from './changed-cells.js';
import { numberedParties } from './numbered-parties.js';
import { dimensionsIn, groupingSets, type Request } from './request.js';
import { holdsAnything } from './set-form.js';
import { type KeptCells, seriesOf, wideParts, withCondition } from './set-sql.js';
import { byMonth, type MonthSpan } from './spans.js';
import { openAtEnds, runningParts } from './stock-rows.js';

/** Rows of a stock that counts the distinct parties which hold its records first, beside the records. */
export function holderStockRows(request: Request, cells: KeptCells, plan: AdmissionPlan, months: MonthSpan): string {
  const keys = keysOf(request).join(', ');
  const dated = `SELECT ${keys}, ${notBefore(months)} AS month_number, CAST(sum(n) AS BIGINT) AS n
FROM change_all
WHERE month_number <= ${months.last}
GROUP BY ${keys}, ${notBefore(months)}`;
  const parts = [...changeParts(request, plan, 'all', itself), part('dated', dated)];
  return rowsOf(request, cells, plan, months, { parts, counts: ['n'], turn: turnOf('n') });
}

/**
 * What changed records, and those to which something happened since the month that was told, add to such rows. A party is looked at from the
 * first month on in which its records differ: what it held before stands in one row. `told`: the last month that was told before.
 */
export function addedHolderStockRows(
  request: Request,
  cells: KeptCells,
  plan: AdmissionPlan,
  months: MonthSpan,
  told: MonthNumber,
): string {
  const keys = keysOf(request).join(', ');
  const further = told < months.last;
  const differences = `SELECT ${keys}, month_number, CAST(sum(n) AS BIGINT) AS n
FROM (SELECT ${keys}, month_number, n FROM change_now UNION ALL SELECT ${keys}, month_number, -n AS n FROM change_was) AS sides
WHERE month_number <= ${told}
GROUP BY ${keys}, month_number
HAVING sum(n) <> 0`;
  const happened = `SELECT party, month_number FROM change_since WHERE month_number BETWEEN ${told + 1} AND ${months.last}`;
  const moved = `SELECT party, min(month_number) AS moved_in
FROM (SELECT party, month_number FROM difference${further ? ` UNION ALL ${happened}` : ''}) AS moves
GROUP BY party`;
  const both = `SELECT ${keys}, month_number, n, CASE WHEN month_number <= ${told} THEN n ELSE 0 END AS n_was
FROM change_all WHERE month_number <= ${months.last} AND party IN (SELECT party FROM moved)
UNION ALL
SELECT ${keys}, month_number, 0 AS n, -n AS n_was FROM difference`;
  const month = 'CASE WHEN month_number < moved_in THEN moved_in - 1 ELSE month_number END';
  const named = keysOf(request)
    .map((name) => `told.${name}`)
    .join(', ');
  const dated = `SELECT ${named}, ${month} AS month_number, CAST(sum(n) AS BIGINT) AS n, CAST(sum(n_was) AS BIGINT) AS n_was
FROM (\n${both}\n) AS told JOIN moved ON moved.party = told.party
GROUP BY ${named}, ${month}`;
  const parts = [
    ...changeParts(request, plan, 'all', itself),
    ...changeParts(request, plan, 'now', now),
    ...changeParts(request, plan, 'was', was),
    ...(further ? changeParts(request, plan, 'since', since) : []),
    ...[part('difference', differences), part('moved', moved), part('dated', dated)],
  ];
  return rowsOf(request, cells, plan, months, {
    parts,
    counts: ['n', 'n_was'],
    turn: `${turnOf('n')} - ${turnOf('n_was')}`,
  });
}

/** What of the holders rows are told out of. */
interface HolderChanges {
  /** `dated`: by how many records, of each of `counts`, what a party holds at a place changes in a month. */
  readonly parts: readonly string[];
  readonly counts: readonly string[];
  /** SQL of what a month changes in the number of holders. */
  readonly turn: string;
}

function rowsOf(
  request: Request,
  cells: KeptCells,
  plan: AdmissionPlan,
  months: MonthSpan,
  { parts, counts, turn }: HolderChanges,
): string {
  const { combinations } = request;
  const series = ['office', 'dataset', 'area', ...dimensionsIn(combinations)];
  const party = [...series, 'party'].join(', ');
  const wider = `SELECT ${party}, month_number, ${counts.map((name) => `CAST(sum(${name}) AS BIGINT) AS ${name}`).join(', ')}
FROM dated JOIN area_of ON area_of.place = dated.place
${groupingSets(combinations, ['office', 'dataset', 'area', 'party', 'month_number'])}`;
  const held = (name: string) =>
    `CAST(sum(${name}) OVER (PARTITION BY ${party} ORDER BY month_number) AS BIGINT) AS held_${name}`;
  const open = `SELECT ${series.join(', ')}, month_number, ${counts.join(', ')}, ${counts.map(held).join(',\n  ')}
FROM party_change`;
  const turns = `SELECT ${series.join(', ')}, ${notBefore(months)} AS month_number, ${turn} AS n FROM party_open`;
  const ends = `SELECT ${seriesOf(request)}, ${openAtEnds('m', 'l', 'wide_was_open')},
  ${openAtEnds('h', 'h', 'coalesce(holders_was_open, 0)')}
FROM told
WHERE year >= ${Math.floor(months.first / 12)}`;
  return withParts(
    [
      ...[...wideParts(request, cells, plan.dialect), ...runningParts(request, 'wide')],
      ...[...parts, part('party_change', wider), part('party_open', open)],
      part('holders', yearRows(series, turns)),
      ...runningParts(request, 'holders'),
      part('told', bothOpen([...series, 'year'])),
      part('ends', ends),
    ],
    `SELECT * FROM ends\nWHERE ${holdsAnything('l')} OR ${holdsAnything('h')}`,
  );
}

function keysOf({ combinations }: Request): string[] {
  return ['office', 'dataset', 'place', ...dimensionsIn(combinations), 'party'];
}

/** A month, or the one before all that are told. */
function notBefore({ first }: MonthSpan): string {
  const base = Math.floor(first / 12) * 12 - 1;
  return `CASE WHEN month_number < ${base} THEN ${base} ELSE month_number END`;
}

/** Whether a party comes to hold something in a month, or holds nothing any more. */
function turnOf(name: string): string {
  const [after, before] = [`held_${name}`, `held_${name} - ${name}`];
  return `CASE WHEN ${after} > 0 AND ${before} <= 0 THEN 1 WHEN ${after} <= 0 AND ${before} > 0 THEN -1 ELSE 0 END`;
}

/** `change_…`: in which month by how much what a party holds changes: of all records, or of those that stand for them. */
function changeParts(request: Request, plan: AdmissionPlan, name: string, tables: TableOf): string[] {
  const definition = request.planned.definition as StockDefinition;
  const group: CellGroup = { name: 'held', requests: [request] };
  const keys = keysOf(request).join(', ');
  const rows = heldRows(definition, group, plan, { parties: numberedParties, tables });
  const held = request.byCondition ? `SELECT * FROM ${withCondition(`(\n${rows}\n)`, definition.id)}` : rows;
  const start = monthNumberSql('held_from');
  const stop = `CASE WHEN held_until < held_from THEN ${start} ELSE ${monthNumberSql('held_until')} END`;
  const change = `SELECT ${keys}, ${start} AS month_number, 1 AS n FROM held_${name}
UNION ALL
SELECT ${keys}, ${stop}, -1 FROM held_${name} WHERE held_until IS NOT NULL`;
  return [part(`held_${name}`, held), part(`change_${name}`, change)];
}

function bothOpen(series: readonly string[]): string {
  const same = series.map((name) => `h.${name} IS NOT DISTINCT FROM r.${name}`).join(' AND ');
  return `SELECT ${series.map((name) => `r.${name}`).join(', ')}, ${byMonth((month) => `r.m${month}`)}, r.was_open AS wide_was_open,
  h.was_open AS holders_was_open, ${byMonth((month) => `coalesce(h.m${month}, 0) AS h${month}`)}
FROM wide_running AS r LEFT JOIN holders_running AS h ON ${same}`;
}
