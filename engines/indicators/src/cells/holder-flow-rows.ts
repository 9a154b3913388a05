import type { AdmissionPlan } from '../admission/admission-plan.js';
import { part, withParts } from '../compute/sql-parts.js';
import type { FlowDefinition } from '../definition.js';
import { monthNumberSql } from '../record/months.js';
import { type CellGroup, groundOf, inYears, selectRows } from './cell-groups.js';
import { ofOnePlace, ofSeveral, ofSeveralPlaces } from './holders-of-one-place.js';
import { numberedParties } from './numbered-parties.js';
import { dimensionsIn, groupingSets, type Request } from './request.js';
import { holdsAnything } from './set-form.js';
import { type KeptCells, seriesOf, wideParts } from './set-sql.js';
import { byMonth, monthsOf, spans } from './spans.js';

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
  const seen = `SELECT admitted.*, CAST((month_number - month_number % 12) / 12 AS INTEGER) AS year
FROM (
${rows}
${groundOf(group, plan, [`a.${date} IS NOT NULL`, ...inYears(`a.${date}`, cells.years)], {
  parties: numberedParties,
})}
) AS admitted`;
  const marks = byMonth(
    (month) => `max(CASE WHEN month_number % 12 = ${month - 1} THEN 1 ELSE 0 END) AS f${month}`,
    ',\n  ',
  );
  const party = ['office', 'dataset', ...dimensions, 'year', 'party'];
  const markedAlone = `SELECT ${party.join(', ')}, min(place) AS place,
  ${marks}
FROM seen
WHERE ${ofOnePlace}
${groupingSets(combinations, ['office', 'dataset', 'year', 'party'])}`;
  const markedAround = `SELECT ${[...party, 'area'].join(', ')},
  ${marks}
FROM seen JOIN area_of ON area_of.place = seen.place
WHERE ${ofSeveral}
${groupingSets(combinations, ['office', 'dataset', 'area', 'year', 'party'])}`;
  const holders = spans.map((_, index) => `p${index + 1}`);
  const counts = spans.map((span, index) => `count(*) FILTER (WHERE ${monthsOf(span, 'f')} > 0) AS ${holders[index]}`);
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
      ...[part('seen', seen), ofSeveralPlaces('seen')],
      ...[part('marked_alone', markedAlone), part('counted_alone', countedBy('place', 'marked_alone'))],
      ...[part('marked_around', markedAround), part('counted_around', countedBy('area', 'marked_around'))],
      ...[part('counted', counted), part('told', besideHolders('wide', 'counted', series, holders))],
    ],
    `SELECT ${[seriesOf(request), byMonth((month) => `m${month}`), ...holders].join(', ')}
FROM told
WHERE ${holdsAnything('m')}`,
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

function sameSeries(one: string, other: string, series: readonly string[]): string {
  return series.map((name) => `${other}.${name} IS NOT DISTINCT FROM ${one}.${name}`).join(' AND ');
}
