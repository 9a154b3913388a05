import { countedValues, monthSpan, storedRows } from '@zhiheng/indicators';
import { type ObjectStore, openLakeSession, type Release } from '@zhiheng/lake';
import { wholeOffice } from '@zhiheng/vocabulary';
import { knownSpan } from '../known-span.js';
import { type StoredSet, showParts } from '../stored-set.js';
import type { WrittenSet } from './write-set.js';

/** Counts the values of the sets over the records of a release of which they are not known. */
export async function countValues(
  sets: ReadonlyMap<string, WrittenSet>,
  release: Release,
  store: ObjectStore,
): Promise<Map<string, StoredSet>> {
  const unknown = [...sets.values()].filter(({ values }) => values === null);
  const beside = unknown.flatMap(({ parts }) => parts.map(({ segment }) => segment));
  // Sets are all that is read.
  const session = await openLakeSession({ ...release, tables: {} }, store, wholeOffice, { memoryLimit: '2GB', beside });
  const months = monthSpan(knownSpan(release));
  const counted = new Map<string, StoredSet>();
  try {
    for (const [hash, { form, parts, values }] of sets) {
      if (values !== null) {
        counted.set(hash, { form, parts, values });
        continue;
      }
      const rows = storedRows(form, await showParts(session, 'counted_set', { parts }));
      const [row] = await session.rows<{ count: number }>(countedValues(form, rows, months));
      counted.set(hash, { form, parts, values: row?.count ?? 0 });
    }
    return counted;
  } finally {
    session.close();
  }
}
