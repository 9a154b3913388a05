import type { AdmissionPlan } from '../admission/admission-plan.js';
import { part, withParts } from '../compute/sql-parts.js';
import type { StockDefinition } from '../definition.js';
import { type MonthNumber, monthNumberSql } from '../record/months.js';
import { itself, type TableOf } from '../record/owner-joins.js';
import { type CellGroup, heldRows, yearRows } from './cell-groups.js';
import { now, since, was } from './changed-sides.js';
import { ofOnePlace, ofSeveral, ofSeveralPlaces } from './holders-of-one-place.js';
import { held, partyOfRow } from './numbered-parties.js';
import { dimensionsIn, groupingSets, type Request } from './request.js';
import { holdsAnything } from './set-form.js';
import { type KeptCells, seriesOf, wideParts, withCondition } from './set-sql.js';
import { byMonth, type MonthSpan, monthsOfYear } from './spans.js';
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

/** SQL of by how much what parties hold differs between both sides of changed records, up to the month that was told before. */
export function stockDifferences(request: Request, plan: AdmissionPlan, told: MonthNumber): string {
  const keys = keysOf(request).join(', ');
  return withParts(
    [...changeParts(request, plan, 'now', now), ...changeParts(request, plan, 'was', was)],
    `SELECT ${keys}, month_number, CAST(sum(n) AS BIGINT) AS n
FROM (SELECT ${keys}, month_number, n FROM change_now UNION ALL SELECT ${keys}, month_number, -n AS n FROM change_was) AS sides
WHERE month_number <= ${told}
GROUP BY ${keys}, month_number
HAVING sum(n) <> 0`,
  );
}

/** SQL of the parties of which anything differs (`difference`) or happened since the month that was told: `party, moved_in`, the first such month. */
export function stockMoves(
  request: Request,
  plan: AdmissionPlan,
  { last }: MonthSpan,
  told: MonthNumber,
  difference: string,
): string {
  const further = told < last;
  const happened = `SELECT party, month_number FROM change_since WHERE month_number BETWEEN ${told + 1} AND ${last}`;
  const moves = `SELECT party, min(month_number) AS moved_in
FROM (SELECT party, month_number FROM ${difference}${further ? ` UNION ALL ${happened}` : ''}) AS moves
GROUP BY party`;
  return further ? withParts(changeParts(request, plan, 'since', since), moves) : moves;
}

/**
 * What changed records, and those to which something happened since the month that was told, add to such rows. A party is looked at from the
 * first month on in which its records differ (`moved`): what it held before stands in one row. `told`: the last month that was told before.
 */
export function addedHolderStockRows(
  request: Request,
  cells: KeptCells,
  plan: AdmissionPlan,
  months: MonthSpan,
  told: MonthNumber,
  { difference, moved }: { readonly difference: string; readonly moved: string },
): string {
  const keys = keysOf(request).join(', ');
  const both = `SELECT ${keys}, month_number, n, CASE WHEN month_number <= ${told} THEN n ELSE 0 END AS n_was
FROM change_all WHERE month_number <= ${months.last} AND party IN (SELECT party FROM ${moved})
UNION ALL
SELECT ${keys}, month_number, 0 AS n, -n AS n_was FROM ${difference}`;
  const month = 'CASE WHEN month_number < moved_in THEN moved_in - 1 ELSE month_number END';
  const named = keysOf(request)
    .map((name) => `told.${name}`)
    .join(', ');
  const dated = `SELECT ${named}, ${month} AS month_number, CAST(sum(n) AS BIGINT) AS n, CAST(sum(n_was) AS BIGINT) AS n_was
FROM (\n${both}\n) AS told JOIN ${moved} AS moved ON moved.party = told.party
GROUP BY ${named}, ${month}`;
  const parts = [...changeParts(request, plan, 'all', held), part('dated', dated)];
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
  const dimensions = dimensionsIn(combinations);
  const series = ['office', 'dataset', 'area', ...dimensions];
  const sums = counts.map((name) => `CAST(sum(${name}) AS BIGINT) AS ${name}`).join(', ');
  const changesAlone = `SELECT ${['office', 'dataset', ...dimensions, 'party'].join(', ')}, month_number, min(place) AS place, ${sums}
FROM dated
WHERE ${ofOnePlace}
${groupingSets(combinations, ['office', 'dataset', 'party', 'month_number'])}`;
  const changesAround = `SELECT ${[...series, 'party'].join(', ')}, month_number, ${sums}
FROM dated JOIN area_of ON area_of.place = dated.place
WHERE ${ofSeveral}
${groupingSets(combinations, ['office', 'dataset', 'area', 'party', 'month_number'])}`;
  const turnsBy = (at: string, changes: string) => {
    const by = ['office', 'dataset', at, ...dimensions];
    const party = at === 'place' ? by.filter((name) => name !== at) : by;
    const held = (name: string) =>
      `CAST(sum(${name}) OVER (PARTITION BY ${[...party, 'party'].join(', ')} ORDER BY month_number) AS BIGINT) AS held_${name}`;
    return `SELECT ${by.join(', ')}, month_number, CAST(sum(turn) AS BIGINT) AS n
FROM (
  SELECT ${by.join(', ')}, ${notBefore(months)} AS month_number, ${turn} AS turn
  FROM (SELECT ${by.join(', ')}, month_number, ${counts.join(', ')}, ${counts.map(held).join(', ')} FROM ${changes}) AS party_open
) AS party_turn
WHERE turn <> 0
GROUP BY ${by.join(', ')}, month_number`;
  };
  const columns = [...series, 'month_number', 'n'].join(', ');
  const turns = `SELECT ${columns} FROM turns_alone JOIN area_of ON area_of.place = turns_alone.place
UNION ALL
SELECT ${columns} FROM turns_around`;
  const ends = `SELECT ${seriesOf(request)}, ${openAtEnds('m', 'l', 'wide_was_open')},
  ${openAtEnds('h', 'h', 'holders_was_open')}
FROM told
WHERE year >= ${Math.floor(months.first / 12)}`;
  return withParts(
    [
      ...[...wideParts(request, cells, plan.dialect), ...runningParts(request, 'wide')],
      ...[...parts, ofSeveralPlaces('dated')],
      ...[part('changes_alone', changesAlone), part('turns_alone', turnsBy('place', 'changes_alone'))],
      ...[part('changes_around', changesAround), part('turns_around', turnsBy('area', 'changes_around'))],
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
  const rows = heldRows(definition, group, plan, { party: partyOfRow(tables), tables });
  const held = request.byCondition ? `SELECT * FROM ${withCondition(`(\n${rows}\n)`, definition.id)}` : rows;
  const start = monthNumberSql('held_from');
  const stop = `CASE WHEN held_until < held_from THEN ${start} ELSE ${monthNumberSql('held_until')} END`;
  const change = `SELECT ${keys}, ${start} AS month_number, 1 AS n FROM held_${name}
UNION ALL
SELECT ${keys}, ${stop}, -1 FROM held_${name} WHERE held_until IS NOT NULL`;
  return [part(`held_${name}`, held), part(`change_${name}`, change)];
}

/** Records and holders of each year of each series. Of changed records either can differ without the other. */
function bothOpen(series: readonly string[]): string {
  const nothing = (prefix: string) => byMonth((month) => `CAST(0 AS BIGINT) AS ${prefix}${month}`);
  const names = ['wide_was_open', ...monthly('m'), 'holders_was_open', ...monthly('h')];
  return `SELECT ${series.join(', ')}, ${names.map((name) => `CAST(sum(${name}) AS BIGINT) AS ${name}`).join(', ')}
FROM (
  SELECT ${series.join(', ')}, was_open AS wide_was_open, ${monthly('m').join(', ')}, CAST(0 AS BIGINT) AS holders_was_open, ${nothing('h')}
  FROM wide_running
  UNION ALL
  SELECT ${series.join(', ')}, CAST(0 AS BIGINT), ${nothing('m')}, was_open, ${monthly('m').join(', ')} FROM holders_running
) AS either
GROUP BY ${series.join(', ')}`;
}

function monthly(prefix: string): string[] {
  return monthsOfYear.map((month) => `${prefix}${month}`);
}
