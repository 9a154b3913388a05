import { type BucketRule, comparedByRank } from './settings.js';

/** Buckets with more members than the cap: who has which rank in canonical order. */
export class CappedBuckets {
  readonly rule: BucketRule;
  readonly #order: (one: number, other: number) => number;
  readonly #ranks = new Map<number, ReadonlyMap<number, number>>();

  /** `order`: the canonical one of classes. */
  constructor(rule: BucketRule, order: (one: number, other: number) => number) {
    this.rule = rule;
    this.#order = order;
  }

  get size(): number {
    return this.#ranks.size;
  }

  has(bucket: number): boolean {
    return this.#ranks.has(bucket);
  }

  /** Notes the members of a bucket; gives them in canonical order. */
  note(bucket: number, members: Uint32Array): Uint32Array {
    const ordered = members.slice().sort(this.#order);
    const ranks = new Map<number, number>();
    for (const [rank, member] of ordered.entries()) ranks.set(member, rank);
    this.#ranks.set(bucket, ranks);
    return ordered;
  }

  /** Whether two members of a bucket are compared: always, when it is not over its cap. */
  compares(bucket: number, one: number, other: number): boolean {
    const ranks = this.#ranks.get(bucket);
    return ranks === undefined || comparedByRank(this.rule, ranks.get(one) ?? 0, ranks.get(other) ?? 0);
  }

  rankOf(bucket: number, member: number): number | undefined {
    return this.#ranks.get(bucket)?.get(member);
  }

  *[Symbol.iterator](): Generator<{ bucket: number; members: number }> {
    for (const [bucket, ranks] of this.#ranks) yield { bucket, members: ranks.size };
  }
}
