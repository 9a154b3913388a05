import { hasConditions, stagesOf } from '../cells/cell-groups.js';
import { conditionStages } from '../conditions/condition-stages.js';
import type { StockDefinition } from '../definition.js';
import { byPlace } from './admission-order.js';
import type { AdmissionPlan } from './admission-plan.js';
import { admissionSql } from './admission-sql.js';
import type { ChangedIds } from './changed-tables.js';

/** A relation that figures are counted from and opened by; rows belong to records by `id`. */
export interface AdmissionPart {
  /** `admission`; `stages_…` of each stock with conditions. */
  readonly name: string;
  readonly sql: string;
}

/**
 * What `figureSets` reads beside the records of a session; rows of the admission lie by area, all others by id. `changed`: the only
 * records that are asked for; left out: all.
 */
export function admissionParts(plan: AdmissionPlan, changed: ChangedIds | null = null): AdmissionPart[] {
  const ordered = (sql: string, order: string) => `SELECT * FROM (\n${sql}\n) AS part\nORDER BY ${order}`;
  return [
    { name: 'admission', sql: ordered(admissionSql(plan, changed), byPlace) },
    ...plan.definitions.flatMap(({ definition }) =>
      hasConditions(definition)
        ? [
            {
              name: stagesOf(definition),
              sql: ordered(stagesSql(definition, plan, changed), 'id, condition_from NULLS FIRST'),
            },
          ]
        : [],
    ),
  ];
}

/** Whether a part of an admission by its name is one of these relations. */
export function isAdmissionPart(name: string): boolean {
  return name === 'admission' || name.startsWith('stages_');
}

/** The stages of a stock; a changed record without any has one in which it meets nothing, in the place of what it had. */
function stagesSql(definition: StockDefinition, { dialect }: AdmissionPlan, changed: ChangedIds | null): string {
  if (changed === null) return conditionStages(definition, dialect);
  return `SELECT changed_id.id, stage.condition_from, stage.condition_until, coalesce(stage.met, 0) AS met
FROM ${changed.ids} AS changed_id
LEFT JOIN (
${conditionStages(definition, dialect, changed.tables)}
) AS stage ON stage.id = changed_id.id`;
}
