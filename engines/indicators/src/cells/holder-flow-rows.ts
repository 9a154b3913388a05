import type { AdmissionPlan } from '../admission/admission-plan.js';
import { part, withParts } from '../compute/sql-parts.js';
import type { FlowDefinition } from '../definition.js';
import { monthNumberSql } from '../record/months.js';
import { itself, type TableOf } from '../record/owner-joins.js';
import { type CellGroup, groundOf, selectRows } from './cell-groups.js';
import { now, was } from './changed-sides.js';
import { ofOnePlace, ofSeveral, ofSeveralPlaces } from './holders-of-one-place.js';
import { held, partyOfRow } from './numbered-parties.js';
import { dimensionsIn, groupingSets, type Request } from './request.js';
import { holdsAnything } from './set-form.js';
import { type KeptCells, seriesOf, wideParts } from './set-sql.js';
import { byMonth, monthsOf, spans } from './spans.js';

/** Columns of the distinct holders of each span of a year. */
const holders = spans.map((_, index) => `p${index + 1}`);

/**
 * Rows of a flow that counts the distinct parties which hold its records first, beside the records. A party is marked in each
 * month in which it has one, so that every period counts it once.
 */
export function holderFlowRows(request: Request, cells: KeptCells, plan: AdmissionPlan): string {
  const parts = [part('seen', seenSql(request, plan, itself))];
  return rowsOf(request, cells, plan, { parts, sides: [{ flag: 'f', holds: null, sign: '' }] });
}

/** SQL of by how much the records of parties differ between both sides of changed records, by month. */
export function flowDifferences(request: Request, plan: AdmissionPlan): string {
  const keys = [...keysOf(request), 'year', 'month_number'].join(', ');
  const side = (tables: TableOf, n: string) =>
    `SELECT ${keys}, ${n} AS n FROM (\n${seenSql(request, plan, tables)}\n) AS side_rows`;
  return `SELECT ${keys}, CAST(sum(n) AS BIGINT) AS n
FROM (\n${side(now, '1')}\nUNION ALL\n${side(was, '-1')}\n) AS sides
GROUP BY ${keys}
HAVING sum(n) <> 0`;
}

/**
 * What changed records add to such rows, and take from them. Of a party whose records differ in a year (`difference`), all records of that
 * year are looked at: as they are, and as they were.
 */
export function addedHolderFlowRows(
  request: Request,
  cells: KeptCells,
  plan: AdmissionPlan,
  difference: string,
): string {
  const keys = [...keysOf(request), 'year', 'month_number'].join(', ');
  const names = keys.replaceAll(/(\w+)/g, 'seen_all.$1');
  const both = `SELECT ${names}, 1 AS n, 1 AS n_was
FROM seen_all JOIN moved ON moved.party = seen_all.party AND moved.year = seen_all.year
UNION ALL
SELECT ${keys}, 0 AS n, -n AS n_was FROM ${difference}`;
  const seen = `SELECT ${keys}, CAST(sum(n) AS BIGINT) AS n, CAST(sum(n_was) AS BIGINT) AS n_was
FROM (\n${both}\n) AS both_sides
GROUP BY ${keys}`;
  return rowsOf(request, cells, plan, {
    parts: [
      part('moved', `SELECT DISTINCT party, year FROM ${difference}`),
      part('seen_all', seenSql(request, plan, held)),
      part('seen', seen),
    ],
    sides: [
      { flag: 'f', holds: 'n > 0', sign: '' },
      { flag: 'g', holds: 'n_was > 0', sign: '-' },
    ],
  });
}

/** What of the holders rows are told out of. */
interface SeenHolders {
  /** `seen`: the months in which a party has a record at a place. */
  readonly parts: readonly string[];
  /** Which of its rows hold (SQL; null: all), and with which sign their parties count. */
  readonly sides: readonly { readonly flag: string; readonly holds: string | null; readonly sign: string }[];
}

function rowsOf(request: Request, cells: KeptCells, plan: AdmissionPlan, { parts, sides }: SeenHolders): string {
  const { combinations } = request;
  const dimensions = dimensionsIn(combinations);
  const series = ['office', 'dataset', 'area', ...dimensions, 'year'];
  const party = ['office', 'dataset', ...dimensions, 'year', 'party'];
  const marks = sides.flatMap(({ flag, holds }) => {
    const test = holds === null ? '' : ` AND ${holds}`;
    return byMonth(
      (month) => `max(CASE WHEN month_number % 12 = ${month - 1}${test} THEN 1 ELSE 0 END) AS ${flag}${month}`,
      ',\n  ',
    );
  });
  const markedAlone = `SELECT ${party.join(', ')}, min(place) AS place,
  ${marks.join(',\n  ')}
FROM seen
WHERE ${ofOnePlace}
${groupingSets(combinations, ['office', 'dataset', 'year', 'party'])}`;
  const markedAround = `SELECT ${[...party, 'area'].join(', ')},
  ${marks.join(',\n  ')}
FROM seen JOIN area_of ON area_of.place = seen.place
WHERE ${ofSeveral}
${groupingSets(combinations, ['office', 'dataset', 'area', 'year', 'party'])}`;
  const counts = spans.map((span, index) => {
    const each = sides.map(({ flag, sign }) => `${sign} count(*) FILTER (WHERE ${monthsOf(span, flag)} > 0)`);
    return `${each.join(' ').trim()} AS ${holders[index]}`;
  });
  const countedBy = (at: string, marked: string) => {
    const by = ['office', 'dataset', at, ...dimensions, 'year'].join(', ');
    return `SELECT ${by},\n  ${counts.join(',\n  ')}\nFROM ${marked}\nGROUP BY ${by}`;
  };
  const sums = holders.map((name) => `CAST(sum(${name}) AS BIGINT) AS ${name}`);
  const columns = [...series, ...holders].join(', ');
  const counted = `SELECT ${series.join(', ')},
  ${sums.join(',\n  ')}
FROM (
  SELECT ${columns} FROM counted_alone JOIN area_of ON area_of.place = counted_alone.place
  UNION ALL
  SELECT ${columns} FROM counted_around
) AS each_part
GROUP BY ${series.join(', ')}`;
  return withParts(
    [
      ...wideParts(request, cells, plan.dialect),
      ...[...parts, ofSeveralPlaces('seen')],
      ...[part('marked_alone', markedAlone), part('counted_alone', countedBy('place', 'marked_alone'))],
      ...[part('marked_around', markedAround), part('counted_around', countedBy('area', 'marked_around'))],
      ...[part('counted', counted), part('told', besideHolders('wide', 'counted', series, sides.length > 1))],
    ],
    `SELECT ${[seriesOf(request), byMonth((month) => `m${month}`), ...holders].join(', ')}
FROM told
WHERE ${holdsAnything('m')}${sides.length > 1 ? ` OR ${holders.map((name) => `${name} <> 0`).join(' OR ')}` : ''}`,
  );
}

function keysOf({ combinations }: Request): string[] {
  return ['office', 'dataset', 'place', ...dimensionsIn(combinations), 'party'];
}

function seenSql(request: Request, plan: AdmissionPlan, tables: TableOf): string {
  const { date } = request.planned.definition as FlowDefinition;
  const group: CellGroup = { name: 'held', requests: [request] };
  const party = partyOfRow(tables);
  const rows = selectRows(group, plan, [`${party.number} AS party`, `${monthNumberSql(`a.${date}`)} AS month_number`]);
  return `SELECT admitted.*, CAST((month_number - month_number % 12) / 12 AS INTEGER) AS year
FROM (
${rows}
${groundOf(group, plan, [`a.${date} IS NOT NULL`], { parties: party.relation, tables })}
) AS admitted`;
}

/** Records beside their holders; `either`: of changed records either can differ without the other. */
function besideHolders(records: string, counted: string, series: readonly string[], either: boolean): string {
  const same = series.map((name) => `${counted}.${name} IS NOT DISTINCT FROM ${records}.${name}`).join(' AND ');
  if (!either) {
    return `SELECT ${records}.*, ${holders.map((name) => `${counted}.${name}`).join(', ')}
FROM ${records} LEFT JOIN ${counted} ON ${same}`;
  }
  const nothing = byMonth((month) => `CAST(0 AS BIGINT) AS m${month}`);
  const all = [...series, byMonth((month) => `m${month}`)].join(', ');
  const sums = [
    byMonth((month) => `CAST(sum(m${month}) AS BIGINT) AS m${month}`),
    ...holders.map((name) => `CAST(sum(${name}) AS BIGINT) AS ${name}`),
  ].join(', ');
  return `SELECT ${series.join(', ')}, ${sums}
FROM (
  SELECT ${all}, ${holders.map((name) => `CAST(0 AS BIGINT) AS ${name}`).join(', ')} FROM ${records}
  UNION ALL
  SELECT ${series.join(', ')}, ${nothing}, ${holders.join(', ')} FROM ${counted}
) AS either
GROUP BY ${series.join(', ')}`;
}
