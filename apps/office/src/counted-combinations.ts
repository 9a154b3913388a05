import {
  type CombinationCount,
  type ComputedDefinition,
  type ComputeScope,
  compilerVersion,
  countCombination,
  type StoredObservation,
} from '@zhiheng/indicators';
import type { LakeSession } from '@zhiheng/lake';
import type { Office } from './office.js';
import { showAdmission, showHolders } from './record-sessions.js';
import type { Vintage } from './vintage.js';

/** Rows that are kept for an office at most; what was asked for longest ago goes first. */
const mostRows = 1_000_000;

const kept = new WeakMap<Office, Map<string, readonly StoredObservation[]>>();

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
  const all = kept.get(office) ?? new Map<string, readonly StoredObservation[]>();
  kept.set(office, all);
  const areas = [...asked.areas].sort();
  const key = JSON.stringify([
    compilerVersion,
    vintage.compiler,
    vintage.name,
    definition.hash,
    asked.combination,
    areas,
  ]);
  const known = all.get(key) ?? (await office.counted.read(key));
  const rows = known ?? (await count(vintage, definition, session, scope, asked));
  if (known === null) await office.counted.write(key, rows);
  // The order of a map is that of adding: what was just asked for stands last.
  all.delete(key);
  all.set(key, rows);
  let total = [...all.values()].reduce((sum, one) => sum + one.length, 0);
  for (const [oldest, { length }] of all) {
    if (total <= mostRows || oldest === key) break;
    all.delete(oldest);
    total -= length;
  }
  return rows;
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
