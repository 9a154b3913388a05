import { admissionSql } from '../admission/admission-sql.js';
import { type AdmissionPlan, planAdmission } from '../admission/admission-plan.js';
import { partySql } from '../admission/party-sql.js';
import { type SetScope, figureSets } from '../cells/figure-sets.js';
import type { ComputedDefinition } from '../definition.js';
import type { StoredObservation } from '../figure/observation-store.js';
import type { RecordSession } from '../session.js';

/** Keeps in a session what `figureSets` reads beside the records: `admission`, and `admission_party` where holders are counted. */
export async function keepAdmission(plan: AdmissionPlan, session: RecordSession): Promise<void> {
  await session.keep('admission', admissionSql(plan));
  if (plan.parties) await session.keep('admission_party', partySql(plan.dialect));
}

/**
 * The observations of some definitions by id, computed together in any session that sees everything, without files. Throws
 * `definition-wrong`, `expression-wrong`.
 */
export async function computeSets(
  definitions: readonly ComputedDefinition[],
  session: RecordSession,
  scope: SetScope,
): Promise<ReadonlyMap<string, readonly StoredObservation[]>> {
  const plan = planAdmission(definitions, session.dialect);
  await keepAdmission(plan, session);
  const sets = new Map<string, readonly StoredObservation[]>();
  for await (const { definition, sql } of figureSets(plan, session, scope)) {
    sets.set(definition.id, await session.rows<StoredObservation>(sql));
  }
  return sets;
}
