import { type LakeSession, type ObjectStore, openLakeSession, type Release } from '@zhiheng/lake';
import { type Day, wholeOffice } from '@zhiheng/vocabulary';
import { knownSpan } from '../known-span.js';
import { type StoredSet, segmentsOfSet, showSet } from '../stored-set.js';

/** A set as it was written, with what is known of how many values it holds. */
export type WrittenSet =
  | StoredSet
  | (Omit<StoredSet, 'values'> & {
      readonly values: null;
      readonly since: EarlierSet | null;
    });

/** The set that another goes on with, the day that it was told to, and the years in which the other can hold other values. */
export interface EarlierSet {
  readonly set: StoredSet;
  readonly until: Day;
  readonly years: readonly number[];
}

/** Counts the values of sets over the records of a release: of those that go on with another, where they can differ. */
export async function countValues(
  sets: ReadonlyMap<string, WrittenSet>,
  release: Release,
  store: ObjectStore,
): Promise<Map<string, StoredSet>> {
  const beside = [...sets.values()].flatMap((set) => [
    ...segmentsOfParts(set),
    ...(set.values === null && set.since !== null ? segmentsOfParts(set.since.set) : []),
  ]);
  const session = await openLakeSession(release, store, wholeOffice, { memoryLimit: '2GB', beside });
  const counted = new Map<string, StoredSet>();
  try {
    for (const [hash, set] of sets) {
      if (set.values !== null) {
        counted.set(hash, set);
        continue;
      }
      const { form, parts, since } = set;
      const years = since?.years ?? null;
      const span = knownSpan(release);
      const now = await countIn(session, { form, parts, values: 0 }, span, years);
      const same =
        since === null
          ? 0
          : since.set.values - (await countIn(session, since.set, { ...span, until: since.until }, years));
      counted.set(hash, { form, parts, values: same + now });
    }
    return counted;
  } finally {
    session.close();
  }
}

function segmentsOfParts({ form, parts }: Pick<StoredSet, 'form' | 'parts'>) {
  return segmentsOfSet({ form, parts, values: 0 });
}

async function countIn(
  session: LakeSession,
  set: StoredSet,
  span: { readonly from: Day; readonly until: Day },
  years: readonly number[] | null,
): Promise<number> {
  if (years?.length === 0) return 0;
  const relation = await showSet(session, 'counted_set', set, span);
  const where = years === null ? '' : ` WHERE year IN (${years.join(', ')})`;
  const [row] = await session.rows<{ count: number }>(`SELECT count(*) AS count FROM ${relation}${where}`);
  return row?.count ?? 0;
}
