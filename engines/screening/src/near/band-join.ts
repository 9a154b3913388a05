import type { CappedBuckets, LostClasses } from './capped-buckets.js';
import type { PairCodes } from './growing-words.js';
import { KeyFilter, RadixSort, RepeatedKeys } from './radix-sort.js';

export const fromBand = 1;

/** Band by band the key of each class. Those from `firstNew` on are joined with each other and with all before. */
export interface BandColumns {
  readonly keys: readonly Uint32Array[];
  /** How many applications have the text of each class; one that nobody has meets nobody. */
  readonly standing: Uint32Array;
  readonly firstNew: number;
  /** The class of empty texts, which meets nobody; -1: there is none. */
  readonly empty: number;
  /** Whether two classes may be alike enough to be kept; others are not handed on. Left out: all may. */
  readonly mayBeKept?: (one: number, other: number) => boolean;
  /** Buckets that were over the cap and lost classes: where that lets others be compared, these are joined. Left out: there are none. */
  readonly lost?: LostClasses;
}

/** A bucket of a band as one number. */
export function bandBucket(band: number, key: number): number {
  return band * 2 ** 32 + key;
}

/**
 * Pairs of classes with a band in common, of which one is new. `before`: buckets that were over the cap, whose ranks are needed again;
 * those that are now go into `capped`.
 */
export function joinBands(
  columns: BandColumns,
  before: Iterable<number>,
  capped: CappedBuckets,
  into: PairCodes,
): void {
  const watched = columns.keys.map(() => [] as number[]);
  for (const bucket of before) watched[Math.floor(bucket / 2 ** 32)]?.push(bucket % 2 ** 32);
  const sort = new RadixSort();
  const repeated = columns.firstNew > 0 ? null : new RepeatedKeys(columns.standing.length);
  for (let band = 0; band < columns.keys.length; band += 1) {
    const count =
      repeated === null
        ? gatherMet(columns, band, watched[band] ?? [], sort)
        : gatherRepeated(columns, band, repeated, sort);
    sort.sort(count);
    let start = 0;
    for (let at = 1; at <= count; at += 1) {
      if (at < count && sort.keys[at] === sort.keys[start]) continue;
      if (at - start > 1) joinBucket(columns, band, sort.values.subarray(start, at), capped, into);
      start = at;
    }
  }
}

/** Old classes are taken along only where a new one, or a bucket that was over its cap, may have the same key. */
function gatherMet(
  { keys, standing, firstNew, empty }: BandColumns,
  band: number,
  watched: readonly number[],
  sort: RadixSort,
): number {
  const count = standing.length;
  const column = keys[band] as Uint32Array;
  const filter = new KeyFilter(count - firstNew + watched.length);
  for (let one = firstNew; one < count; one += 1) filter.add(column[one] as number);
  for (const key of watched) filter.add(key);
  sort.reserve(count);
  const { keys: sorted, values } = sort;
  let taken = 0;
  for (let one = 0; one < count; one += 1) {
    const key = column[one] as number;
    if ((one < firstNew && !filter.has(key)) || one === empty || standing[one] === 0) continue;
    sorted[taken] = key;
    values[taken] = one;
    taken += 1;
  }
  return taken;
}

/** Of all classes those whose key another may have too. */
function gatherRepeated(
  { keys, standing, empty }: BandColumns,
  band: number,
  repeated: RepeatedKeys,
  sort: RadixSort,
): number {
  const count = standing.length;
  const column = keys[band] as Uint32Array;
  repeated.clear();
  for (let one = 0; one < count; one += 1) repeated.add(column[one] as number);
  sort.reserve(count);
  const { keys: sorted, values } = sort;
  let taken = 0;
  for (let one = 0; one < count; one += 1) {
    const key = column[one] as number;
    if (!repeated.has(key) || one === empty || standing[one] === 0) continue;
    sorted[taken] = key;
    values[taken] = one;
    taken += 1;
  }
  return taken;
}

/** Members are in the order of their numbers, new ones last. */
function joinBucket(
  columns: BandColumns,
  band: number,
  members: Uint32Array,
  capped: CappedBuckets,
  into: PairCodes,
): void {
  const { keys, mayBeKept, lost } = columns;
  const { cap, anchors } = capped.rule;
  const bucket = bandBucket(band, (keys[band] as Uint32Array)[members[0] as number] as number);
  const { firstNew } = columns;
  const gone = lost?.get(bucket);
  const join = (one: number, other: number) => {
    if (mayBeKept !== undefined && !mayBeKept(one, other)) return;
    if (!metBefore(keys, band, one, other, capped)) into.push(one, other, fromBand);
  };
  if (members.length <= cap) {
    for (let j = members.length - 1; j > 0; j -= 1) {
      const other = members[j] as number;
      if (other < firstNew) break;
      for (let i = 0; i < j; i += 1) join(members[i] as number, other);
    }
  } else {
    const joinNew = (one: number, other: number) => {
      if (one >= firstNew || other >= firstNew) join(one, other);
    };
    const first = capped.note(bucket, members, firstNew, gone);
    for (let i = 0; i < cap; i += 1)
      for (let j = i + 1; j < cap; j += 1) joinNew(first[i] as number, first[j] as number);
    const within = new Set(first);
    for (const member of members) {
      if (!within.has(member)) for (let i = 0; i < anchors; i += 1) joinNew(first[i] as number, member);
    }
  }
  if (gone === undefined) return;
  for (const [one, other] of capped.comparedAnew(bucket, members, firstNew, gone)) join(one, other);
}

/** Whether an earlier band has brought the pair already. */
function metBefore(
  keys: readonly Uint32Array[],
  band: number,
  one: number,
  other: number,
  capped: CappedBuckets,
): boolean {
  for (let earlier = 0; earlier < band; earlier += 1) {
    const column = keys[earlier] as Uint32Array;
    const key = column[one] as number;
    if (key === column[other] && capped.compares(bandBucket(earlier, key), one, other)) return true;
  }
  return false;
}

/** Whether any band still brings a pair together. */
export function metInBands(keys: readonly Uint32Array[], one: number, other: number, capped: CappedBuckets): boolean {
  return metBefore(keys, keys.length, one, other, capped);
}
