import { hasConditions, stagesOf } from '../cells/cell-groups.js';
import { conditionStages } from '../conditions/condition-stages.js';
import type { AdmissionPlan } from './admission-plan.js';
import { admissionSql } from './admission-sql.js';
import { partySql } from './party-sql.js';

/** A relation that figures are counted from and opened by; rows belong to records by `id`. */
export interface AdmissionPart {
  /** `admission`; `admission_party` where holders are counted; `stages_…` of each stock with conditions. */
  readonly name: string;
  readonly sql: string;
}

/**
 * What `figureSets` reads beside the records of a session, in the order of ids. `changed`: a relation of the only ids that are asked
 * for; left out: all.
 */
export function admissionParts(plan: AdmissionPlan, changed: string | null = null): AdmissionPart[] {
  const only = changed === null ? undefined : `SELECT id FROM ${changed}`;
  const ordered = (sql: string, order: string) => `SELECT * FROM (\n${sql}\n) AS part\nORDER BY ${order}`;
  return [
    { name: 'admission', sql: ordered(admissionSql(plan, changed), 'id') },
    ...(plan.parties ? [{ name: 'admission_party', sql: ordered(partySql(plan.dialect, changed), 'id') }] : []),
    ...plan.definitions.flatMap(({ definition }) =>
      hasConditions(definition)
        ? [
            {
              name: stagesOf(definition),
              sql: ordered(conditionStages(definition, plan.dialect, only), 'id, condition_from'),
            },
          ]
        : [],
    ),
  ];
}
