import { type LakeSession, type ObjectStore, openLakeSession, type Release } from '@zhiheng/lake';
import { wholeOffice } from '@zhiheng/vocabulary';
import { knownSpan } from '../known-span.js';
import { type StoredSet, segmentsOfSet, showSet } from '../stored-set.js';

/** A set as it was written; `values` is null where they were not counted yet. */
export type WrittenSet = Omit<StoredSet, 'values'> & { readonly values: number | null };

/** Counts the values of sets over the records of a release. */
export async function countValues(
  sets: ReadonlyMap<string, WrittenSet>,
  release: Release,
  store: ObjectStore,
): Promise<Map<string, StoredSet>> {
  const known = [...sets].map(([hash, set]) => [hash, { ...set, values: set.values ?? 0 }] as const);
  const counted = new Map<string, StoredSet>(known);
  const beside = known.flatMap(([, set]) => segmentsOfSet(set));
  const session = await openLakeSession(release, store, wholeOffice, { memoryLimit: '2GB', beside });
  try {
    for (const [hash, set] of known) {
      if (sets.get(hash)?.values !== null) continue;
      counted.set(hash, { ...set, values: await countIn(session, set, release) });
    }
    return counted;
  } finally {
    session.close();
  }
}

async function countIn(session: LakeSession, set: StoredSet, release: Release): Promise<number> {
  const relation = await showSet(session, 'counted_set', set, knownSpan(release));
  const [row] = await session.rows<{ count: number }>(`SELECT count(*) AS count FROM ${relation}`);
  return row?.count ?? 0;
}
