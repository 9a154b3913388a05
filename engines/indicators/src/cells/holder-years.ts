import type { AdmissionPlan } from '../admission/admission-plan.js';
import type { FlowDefinition } from '../definition.js';
import type { TableOf } from '../record/owner-joins.js';
import type { RecordSession } from '../session.js';
import { type CellGroup, groundOf, selectRows } from './cell-groups.js';
import { now, was } from './changed-cells.js';
import { dimensionsIn, type Request } from './request.js';

/** The years in which a flow that counts holders counts other records, or records of others, than it did. */
export async function holderYearsTouched(
  session: RecordSession,
  request: Request,
  plan: AdmissionPlan,
): Promise<number[]> {
  const { date } = request.planned.definition as FlowDefinition;
  const group: CellGroup = { name: 'held', requests: [request] };
  const keys = ['office', 'dataset', 'place', 'party', ...dimensionsIn(request.combinations), 'day'].join(', ');
  const side = (tables: TableOf, n: number) => `SELECT ${keys}, ${n} AS n FROM (
${selectRows(group, plan, ['holder.party', `a.${date} AS day`])}
${groundOf(group, plan, [`a.${date} IS NOT NULL`], { parties: 'admission_party', tables })}
) AS side_rows`;
  const rows = await session.rows<{
    year: number;
  }>(`SELECT DISTINCT CAST(EXTRACT(YEAR FROM day) AS INTEGER) AS year FROM (
  SELECT day FROM (\n${side(now, 1)}\nUNION ALL\n${side(was, -1)}\n  ) AS both_sides
  GROUP BY ${keys}
  HAVING sum(n) <> 0
) AS touched ORDER BY year`);
  return rows.map(({ year }) => year);
}
