import type { CappedBuckets, LostClasses } from './capped-buckets.js';
import { GrowingWords, type PairCodes } from './growing-words.js';
import { KeyFilter, RadixSort, RepeatedKeys } from './radix-sort.js';

export const fromFingerprints = 2;

/** Fingerprints of each class, sorted, one class behind the other. */
export interface FingerprintColumns {
  readonly fingerprints: Uint32Array;
  /** Where those of each class begin, and after the last the end. */
  readonly starts: Uint32Array;
  /** How many applications have the text of each class; one that nobody has meets nobody. */
  readonly standing: Uint32Array;
  readonly firstNew: number;
  /** Lists that were over the cap and lost classes. Left out: there are none. */
  readonly lost?: LostClasses;
}

/** Fingerprints two texts share before they are compared: two, and a quarter of those of the one with fewer. */
export function enoughShared(shared: number, one: number, other: number): boolean {
  return shared >= 2 && 4 * shared >= Math.min(one, other);
}

const size = ({ starts }: FingerprintColumns, one: number) => (starts[one + 1] as number) - (starts[one] as number);

/**
 * Pairs of classes with enough fingerprints in common, of which one is new; `before` and `capped` as for bands. Also those that meet in a list that was
 * over its cap and lost classes, where that lets them be compared.
 */
export function joinFingerprints(
  columns: FingerprintColumns,
  before: Iterable<number>,
  capped: CappedBuckets,
  into: PairCodes,
): void {
  const { starts, firstNew } = columns;
  const classes = starts.length - 1;
  const postings = new Postings(columns, before, capped);
  for (const [one, other] of postings.metAnew()) {
    if (metInFingerprints(columns, one, other, capped)) into.push(one, other, fromFingerprints);
  }
  const shared = new Uint32Array(classes);
  const partners = new Uint32Array(classes);
  for (let one = firstNew; one < classes; one += 1) {
    const met = postings.partnersOf(one, shared, partners);
    for (let index = 0; index < met; index += 1) {
      const other = partners[index] as number;
      if (enoughShared(shared[other] as number, size(columns, one), size(columns, other)))
        into.push(one, other, fromFingerprints);
      shared[other] = 0;
    }
  }
}

/** Whether two classes still share enough where buckets over the cap do not count. */
export function metInFingerprints(
  columns: FingerprintColumns,
  one: number,
  other: number,
  capped: CappedBuckets,
): boolean {
  const { fingerprints, starts } = columns;
  let i = starts[one] as number;
  let j = starts[other] as number;
  let shared = 0;
  while (i < (starts[one + 1] as number) && j < (starts[other + 1] as number)) {
    const [a, b] = [(fingerprints[i] as number) | 0, (fingerprints[j] as number) | 0];
    if (a === b && capped.compares(a >>> 0, one, other)) shared += 1;
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  return enoughShared(shared, size(columns, one), size(columns, other));
}

/** A list over the cap: where it lies among the owners, and its first ones in canonical order. */
interface HotList {
  readonly from: number;
  readonly to: number;
  readonly first: Uint32Array;
}

/** Which classes have a fingerprint, and which of those lists a new class stands in. */
class Postings {
  /** Classes, sorted by fingerprint and then by number. */
  readonly #owners: Uint32Array;
  /** For each new class the beginnings of its lists among the owners, and its own place; of those over the cap their number, negative, and its rank. */
  readonly #lists: Int32Array;
  readonly #places: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #firstNew: number;
  readonly #hot: HotList[] = [];
  /** Lists that lost classes. */
  readonly #lost: { readonly key: number; readonly gone: readonly number[]; readonly members: Uint32Array }[] = [];
  readonly #capped: CappedBuckets;

  constructor(columns: FingerprintColumns, before: Iterable<number>, capped: CappedBuckets) {
    const { starts, firstNew } = columns;
    this.#firstNew = firstNew;
    this.#capped = capped;
    const sort = new RadixSort();
    const total = gather(columns, before, sort);
    sort.sort(total);
    this.#owners = sort.values;
    const news = starts.length - 1 - firstNew;
    this.#starts = new Uint32Array(news + 1);
    eachList(sort, total, (from, to) => {
      for (let at = from; at < to; at += 1) {
        const place = (sort.values[at] as number) - firstNew;
        if (place >= 0) this.#starts[place + 1] = (this.#starts[place + 1] as number) + 1;
      }
    });
    for (let one = 0; one < news; one += 1)
      this.#starts[one + 1] = (this.#starts[one + 1] as number) + (this.#starts[one] as number);
    const filled = this.#starts.slice();
    this.#lists = new Int32Array(this.#starts[news] as number);
    this.#places = new Uint32Array(this.#lists.length);
    const { cap } = capped.rule;
    /** Of the first ones of the list that is over the cap: rank and 1; of all others 0. */
    const ranks = new Uint32Array(starts.length - 1);
    eachList(sort, total, (from, to) => {
      const key = sort.keys[from] as number;
      const gone = columns.lost?.get(key);
      const hot = to - from > cap ? this.#note(sort, from, to, gone) : null;
      if (gone !== undefined) this.#lost.push({ key, gone, members: sort.values.subarray(from, to) });
      for (const [rank, member] of hot?.first.entries() ?? []) ranks[member] = rank + 1;
      for (let at = from; at < to; at += 1) {
        const member = sort.values[at] as number;
        if (member < firstNew) continue;
        const place = filled[member - firstNew] as number;
        filled[member - firstNew] = place + 1;
        this.#lists[place] = hot === null ? from : -this.#hot.length;
        this.#places[place] = hot === null ? at : ((ranks[member] as number) || cap + 1) - 1;
      }
      for (const member of hot?.first ?? []) ranks[member] = 0;
    });
  }

  /** Every two that are compared and were not, in lists that lost some of their first. */
  *metAnew(): Generator<readonly [number, number]> {
    for (const { key, gone, members } of this.#lost)
      yield* this.#capped.comparedAnew(key, members, this.#firstNew, gone);
  }

  #note(sort: RadixSort, from: number, to: number, gone: readonly number[] | undefined): HotList {
    const members = sort.values.subarray(from, to);
    const first = this.#capped.note(sort.keys[from] as number, members, this.#firstNew, gone);
    const list = { from, to, first };
    this.#hot.push(list);
    return list;
  }

  /** Counts what earlier classes share with one; gives how many there are in `partners`. */
  partnersOf(one: number, shared: Uint32Array, partners: Uint32Array): number {
    const { cap, anchors } = this.#capped.rule;
    let met = 0;
    const end = this.#starts[one - this.#firstNew + 1] as number;
    for (let at = this.#starts[one - this.#firstNew] as number; at < end; at += 1) {
      const list = this.#lists[at] as number;
      const place = this.#places[at] as number;
      if (list >= 0) {
        met = countEarlier(this.#owners, list, place, one, shared, partners, met);
        continue;
      }
      const { from, to, first } = this.#hot[-1 - list] as HotList;
      met =
        place < anchors
          ? countEarlier(this.#owners, from, to, one, shared, partners, met)
          : countEarlier(first, 0, place < cap ? cap : anchors, one, shared, partners, met);
    }
    return met;
  }
}

/** Counts the members of a part of a list that come before one. */
function countEarlier(
  list: Uint32Array,
  from: number,
  to: number,
  one: number,
  shared: Uint32Array,
  partners: Uint32Array,
  known: number,
): number {
  let met = known;
  for (let index = from; index < to; index += 1) {
    const other = list[index] as number;
    if (other >= one) continue;
    const before = shared[other] as number;
    if (before === 0) {
      partners[met] = other;
      met += 1;
    }
    shared[other] = before + 1;
  }
  return met;
}

function gather(columns: FingerprintColumns, before: Iterable<number>, sort: RadixSort): number {
  return columns.firstNew > 0 ? gatherMet(columns, before, sort) : gatherRepeated(columns, sort);
}

/** Old classes are taken along only where a new one, or a list that was over its cap, may have the same fingerprint. */
function gatherMet(
  { fingerprints, starts, standing, firstNew }: FingerprintColumns,
  before: Iterable<number>,
  sort: RadixSort,
): number {
  const old = starts[firstNew] as number;
  const watched = [...before];
  const filter = new KeyFilter(fingerprints.length - old + watched.length);
  for (let at = old; at < fingerprints.length; at += 1) filter.add(fingerprints[at] as number);
  for (const bucket of watched) filter.add(bucket);
  const [keys, owners] = [new GrowingWords(), new GrowingWords()];
  for (let one = 0; one + 1 < starts.length; one += 1) {
    if (standing[one] === 0) continue;
    const end = starts[one + 1] as number;
    for (let at = starts[one] as number; at < end; at += 1) {
      const key = fingerprints[at] as number;
      if (one < firstNew && !filter.has(key)) continue;
      keys.push(key);
      owners.push(one);
    }
  }
  sort.take(keys.words, owners.words);
  return keys.length;
}

/** Of all classes those fingerprints that another may have too. */
function gatherRepeated({ fingerprints, starts }: FingerprintColumns, sort: RadixSort): number {
  const repeated = new RepeatedKeys(fingerprints.length);
  for (let at = 0; at < fingerprints.length; at += 1) repeated.add(fingerprints[at] as number);
  let taken = 0;
  for (let at = 0; at < fingerprints.length; at += 1) if (repeated.has(fingerprints[at] as number)) taken += 1;
  sort.reserve(taken);
  taken = 0;
  for (let one = 0; one + 1 < starts.length; one += 1) {
    for (let at = starts[one] as number; at < (starts[one + 1] as number); at += 1) {
      const key = fingerprints[at] as number;
      if (!repeated.has(key)) continue;
      sort.keys[taken] = key;
      sort.values[taken] = one;
      taken += 1;
    }
  }
  return taken;
}

function eachList({ keys }: RadixSort, total: number, visit: (from: number, to: number) => void): void {
  let start = 0;
  for (let at = 1; at <= total; at += 1) {
    if (at < total && keys[at] === keys[start]) continue;
    if (at - start > 1) visit(start, at);
    start = at;
  }
}
