import { type BucketRule, comparedByRank } from './settings.js';

interface Bucket {
  readonly members: number;
  /** The first members in canonical order, as many as the cap. */
  readonly first: Uint32Array;
}

/** Classes by the bucket that lost them. */
export type LostClasses = Map<number, number[]>;

/** Buckets with more members than the cap: who comes first in canonical order. */
export class CappedBuckets {
  readonly rule: BucketRule;
  readonly #order: (one: number, other: number) => number;
  readonly #buckets = new Map<number, Bucket>();

  /** `order`: the canonical one of classes. */
  constructor(rule: BucketRule, order: (one: number, other: number) => number) {
    this.rule = rule;
    this.#order = order;
  }

  get size(): number {
    return this.#buckets.size;
  }

  /** Notes the members of a bucket; gives those that are within the cap, in canonical order. */
  note(bucket: number, members: Uint32Array): Uint32Array {
    const { cap } = this.rule;
    const first = members.slice(0, cap).sort(this.#order);
    for (let index = cap; index < members.length; index += 1) {
      const member = members[index] as number;
      if (this.#order(member, first[cap - 1] as number) >= 0) continue;
      let place = cap - 1;
      for (; place > 0 && this.#order(member, first[place - 1] as number) < 0; place -= 1)
        first[place] = first[place - 1] as number;
      first[place] = member;
    }
    this.#buckets.set(bucket, { members: members.length, first });
    return first;
  }

  /** Whether two members of a bucket are compared: always, when it is not over its cap. */
  compares(bucket: number, one: number, other: number): boolean {
    const first = this.#buckets.get(bucket)?.first;
    return first === undefined || comparedByRank(this.rule, rankIn(first, one), rankIn(first, other));
  }

  /**
   * Whether members of a bucket that is over its cap, or was, may be compared that were not: where one of those that it lost was among the first.
   *
   * @param stood members that were in it before, too
   */
  ranksChanged(stood: Uint32Array, lost: readonly number[]): boolean {
    const before = lost.map(() => 0);
    for (const member of stood)
      for (const [index, one] of lost.entries())
        if (this.#order(member, one) < 0) before[index] = (before[index] as number) + 1;
    return before.some((members) => members < this.rule.cap);
  }

  /** Every two members of a bucket that are compared, once. */
  *comparedIn(bucket: number, members: Uint32Array): Generator<readonly [number, number]> {
    const first = this.#buckets.get(bucket)?.first ?? members;
    for (const [rank, one] of first.entries()) for (const other of first.slice(rank + 1)) yield [one, other];
    if (first.length === members.length) return;
    const within = new Set(first);
    for (const other of members)
      if (!within.has(other)) for (const one of first.slice(0, this.rule.anchors)) yield [one, other];
  }

  *[Symbol.iterator](): Generator<{ bucket: number; members: number }> {
    for (const [bucket, { members }] of this.#buckets) yield { bucket, members };
  }
}

/** Of whoever is over the cap the rank tells no more than that. */
function rankIn(first: Uint32Array, member: number): number {
  const rank = first.indexOf(member);
  return rank < 0 ? first.length : rank;
}
