import { admissionParts } from '../admission/admission-parts.js';
import { type AdmissionPlan, planAdmission } from '../admission/admission-plan.js';
import { observationsIn, type SetScope } from '../cells/figure-set.js';
import { figureSets } from '../cells/figure-sets.js';
import type { ComputedDefinition } from '../definition.js';
import type { StoredObservation } from '../figure/observation-store.js';
import type { RecordSession } from '../session.js';

/** Keeps in a session what `figureSets` reads beside the records, for sessions that write no files. */
export async function keepAdmission(plan: AdmissionPlan, session: RecordSession): Promise<void> {
  for (const { name, sql } of admissionParts(plan)) await session.keep(name, sql);
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
  for await (const set of figureSets(plan, session, scope)) {
    const sql = observationsIn(set, scope);
    sets.set(set.definition.id, sql === null ? [] : await session.rows<StoredObservation>(sql));
  }
  return sets;
}
