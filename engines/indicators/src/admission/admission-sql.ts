import { recordRelation } from '../record/record-relation.js';
import { distinctCalls } from '../record/condition.js';
import type { AdmissionPlan } from './admission-plan.js';
import { maskColumns, maskSql } from './masks.js';

/**
 * SQL of the admission of a plan, a row a record: `id`, `office`, `dataset`, `place` (the area of its first holder as filed),
 * `kind`, its dates and dimensions, and `mask0`, `mask1`, … with a bit for each test that holds. `changed`: a relation of the
 * ids that are asked, where not all are.
 */
export function admissionSql({ tests, columns, dialect }: AdmissionPlan, changed: string | null = null): string {
  const calls = distinctCalls(tests.flatMap((test) => test.calls));
  const asked = tests.flatMap((test) => test.columns);
  const relation = recordRelation(['id', 'office', 'dataset', 'area', 'kind', ...columns, ...asked], {
    calls,
    dialect,
    ...(changed === null ? {} : { only: `SELECT id FROM ${changed}` }),
  });
  const masks = maskColumns(tests.length).map((column) => `${maskSql(column, tests)} AS ${column}`);
  return `SELECT ${['id', 'office', 'dataset', 'area AS place', 'kind', ...columns, ...masks].join(', ')}
FROM (
${relation}
) AS record`;
}

