import type { StoredObservation } from '@zhiheng/indicators';
import type { Office } from './office.js';

/** Rows that are kept for an office at most; what was asked for longest ago goes first. */
const mostRows = 1_000_000;

const kept = new WeakMap<Office, Map<string, readonly StoredObservation[]>>();

/** What was counted for a key, counted once and kept, in memory and in a file: what the key names never changes. */
export async function countedOnce(
  office: Office,
  key: string,
  count: () => Promise<readonly StoredObservation[]>,
): Promise<readonly StoredObservation[]> {
  const all = kept.get(office) ?? new Map<string, readonly StoredObservation[]>();
  kept.set(office, all);
  const known = all.get(key) ?? (await office.counted.read(key));
  const rows = known ?? (await count());
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
