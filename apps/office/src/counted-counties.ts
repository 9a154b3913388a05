import {
  type ComputedDefinition,
  type ComputeScope,
  compilerVersion,
  countCounties,
  type StoredObservation,
} from '@zhiheng/indicators';
import type { LakeSession } from '@zhiheng/lake';
import { countedOnce } from './counted-once.js';
import type { Office } from './office.js';
import type { Vintage } from './vintage.js';

/** The rows of some counties, for which a vintage holds none, counted once and kept. */
export function countedCounties(
  office: Office,
  vintage: Vintage,
  definition: ComputedDefinition,
  session: LakeSession,
  scope: ComputeScope,
  counties: readonly string[],
): Promise<readonly StoredObservation[]> {
  const asked = [...counties].sort();
  const key = JSON.stringify(['counties', compilerVersion, vintage.compiler, vintage.name, definition.hash, asked]);
  return countedOnce(office, key, () => countCounties(definition, session, scope, asked));
}
