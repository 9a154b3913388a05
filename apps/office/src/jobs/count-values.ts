import { countedSets, monthSpan, type SetForm, storedRows } from '@zhiheng/indicators';
import { type LakeSession, type ObjectStore, openLakeSession, type Release } from '@zhiheng/lake';
import { wholeOffice } from '@zhiheng/vocabulary';
import { knownSpan } from '../known-span.js';
import { rowsOfPart, type StoredSet, showParts } from '../stored-set.js';
import type { WrittenSet } from './write-set.js';

/** Counts the values of the sets over the records of a release of which they are not known. */
export async function countValues(
  sets: ReadonlyMap<string, WrittenSet>,
  release: Release,
  store: ObjectStore,
): Promise<Map<string, StoredSet>> {
  const values = new Map<string, number>();
  const unknown: [hash: string, set: WrittenSet][] = [];
  for (const [hash, set] of sets) {
    if (set.values !== null) values.set(hash, set.values);
    else if (set.parts.every((part) => rowsOfPart(part) === 0)) values.set(hash, 0);
    else unknown.push([hash, set]);
  }
  if (unknown.length > 0) await countUnknown(unknown, values, release, store);
  return new Map(
    [...sets].map(([hash, { form, parts }]) => [hash, { form, parts, values: values.get(hash) ?? 0 }] as const),
  );
}

/** Counts sets of one form together: working out how to count one costs more than counting it. */
async function countUnknown(
  unknown: readonly (readonly [hash: string, set: WrittenSet])[],
  values: Map<string, number>,
  release: Release,
  store: ObjectStore,
): Promise<void> {
  const beside = unknown.flatMap(([, { parts }]) => parts.map(({ segment }) => segment));
  // Sets are all that is read.
  const session = await openLakeSession({ ...release, tables: {} }, store, wholeOffice, { memoryLimit: '2GB', beside });
  try {
    for (const form of new Set(unknown.map(([, set]) => set.form))) {
      const own = unknown.filter(([, set]) => set.form === form);
      for (const [number, count] of await countOfForm(form, own, release, session)) {
        const [hash] = own[number] ?? [];
        if (hash !== undefined) values.set(hash, count);
      }
    }
  } finally {
    session.close();
  }
}

async function countOfForm(
  form: SetForm,
  sets: readonly (readonly [hash: string, set: WrittenSet])[],
  release: Release,
  session: LakeSession,
): Promise<[number: number, count: number][]> {
  const rows: string[] = [];
  for (const [number, [, { parts }]] of sets.entries()) {
    rows.push(storedRows(form, await showParts(session, `counted_set_${number}`, { form, parts })));
  }
  const counted = await session.rows<{ set_number: number; count: number }>(
    countedSets(form, rows, monthSpan(knownSpan(release))),
  );
  return counted.map(({ set_number, count }) => [set_number, count]);
}
