import type { AdmissionPlan } from '../admission/admission-plan.js';
import type { FlowDefinition, StockDefinition } from '../definition.js';
import type { TableOf } from '../record/owner-joins.js';
import type { RecordSession } from '../session.js';
import { type CellGroup, groundOf, hasConditions, heldRows, selectRows } from './cell-groups.js';
import { now, was } from './changed-cells.js';
import { dimensionsIn, type Request } from './request.js';

/**
 * The years in which a definition that counts holders counts other records, or records of others, than it did: of a flow each; of a
 * stock all from the first of them until the last that is told.
 */
export async function holderYearsTouched(
  session: RecordSession,
  request: Request,
  plan: AdmissionPlan,
): Promise<number[]> {
  const { definition } = request.planned;
  const group: CellGroup = { name: 'held', requests: [request] };
  const keys = [
    'office',
    'dataset',
    'place',
    'party',
    ...dimensionsIn(request.combinations).filter((name) => name !== 'condition'),
  ];
  const rowsOf = (tables: TableOf) =>
    definition.kind === 'flow'
      ? `SELECT ${keys.join(', ')}, day, 1 AS n FROM (\n${flowDays(definition, group, plan, tables)}\n) AS counted`
      : stockDays(definition as StockDefinition, group, plan, tables, keys);
  const met = hasConditions(definition) ? ', met' : '';
  const side = (tables: TableOf, sign: string) =>
    `SELECT ${keys.join(', ')}${met}, day, ${sign}n AS n FROM (\n${rowsOf(tables)}\n) AS side_rows`;
  const rows = await session.rows<{
    year: number;
  }>(`SELECT DISTINCT CAST(EXTRACT(YEAR FROM day) AS INTEGER) AS year FROM (
  SELECT day FROM (\n${side(now, '')}\nUNION ALL\n${side(was, '-')}\n  ) AS both_sides
  WHERE day IS NOT NULL
  GROUP BY ${keys.join(', ')}${met}, day
  HAVING sum(n) <> 0
) AS touched ORDER BY year`);
  return rows.map(({ year }) => year);
}

function flowDays({ date }: FlowDefinition, group: CellGroup, plan: AdmissionPlan, tables: TableOf): string {
  return `${selectRows(group, plan, ['holder.party', `a.${date} AS day`])}
${groundOf(group, plan, [`a.${date} IS NOT NULL`], { parties: 'admission_party', tables })}`;
}

/** The days on which holders come to have a right and on which they have it no more. */
function stockDays(
  definition: StockDefinition,
  group: CellGroup,
  plan: AdmissionPlan,
  tables: TableOf,
  keys: readonly string[],
): string {
  const held = heldRows(definition, group, plan, { parties: 'admission_party', tables });
  const met = hasConditions(definition) ? ', met' : '';
  const select = `SELECT ${keys.join(', ')}${met}`;
  return `${select}, held_from AS day, 1 AS n FROM (\n${held}\n) AS began
UNION ALL
${select}, CASE WHEN held_until < held_from THEN held_from ELSE held_until END, -1 FROM (\n${held}\n) AS ended`;
}
