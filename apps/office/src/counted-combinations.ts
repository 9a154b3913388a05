import {
  type CombinationCount,
  type ComputedDefinition,
  type ComputeScope,
  compilerVersion,
  countCombination,
  type StoredObservation,
} from '@zhiheng/indicators';
import type { LakeSession } from '@zhiheng/lake';
import { countedOnce } from './counted-once.js';
import type { Office } from './office.js';
import { showAdmission, showHolders } from './record-sessions.js';
import type { Vintage } from './vintage.js';

/**
 * The rows of a combination that a vintage does not hold, counted once in some areas and kept, in memory and in a file: a vintage
 * never changes.
 */
export async function countedCombination(
  office: Office,
  vintage: Vintage,
  definition: ComputedDefinition,
  session: LakeSession,
  scope: ComputeScope,
  asked: CombinationCount,
): Promise<readonly StoredObservation[]> {
  const areas = [...asked.areas].sort();
  const { combination } = asked;
  const key = JSON.stringify([compilerVersion, vintage.compiler, vintage.name, definition.hash, combination, areas]);
  return countedOnce(office, key, () => count(vintage, definition, session, scope, asked));
}

async function count(
  vintage: Vintage,
  definition: ComputedDefinition,
  session: LakeSession,
  scope: ComputeScope,
  asked: CombinationCount,
): Promise<StoredObservation[]> {
  const admission = await showAdmission(session, vintage, definition);
  if (admission !== null) await showHolders(session, vintage, definition);
  return countCombination(definition, session, scope, asked, admission?.tests ?? null);
}
