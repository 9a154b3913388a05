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
  readonly #fallen = new Set<number>();

  /** `order`: the canonical one of classes. */
  constructor(rule: BucketRule, order: (one: number, other: number) => number) {
    this.rule = rule;
    this.#order = order;
  }

  /** Classes that stood before and that a bucket compares with fewer by now. Two of which neither is one of them are compared wherever they were. */
  get fallen(): ReadonlySet<number> {
    return this.#fallen;
  }

  get size(): number {
    return this.#buckets.size;
  }

  /**
   * Notes the members of a bucket, in the order of their numbers; gives those that are within the cap, in canonical order.
   *
   * @param firstNew members from here on are new
   * @param lost members that it had and that left
   */
  note(bucket: number, members: Uint32Array, firstNew: number, lost: readonly number[] = []): Uint32Array {
    const first = this.#firstOf(members);
    this.#buckets.set(bucket, { members: members.length, first });
    if (firstNew > 0) this.#noteFallen(members, first, firstNew, lost);
    return first;
  }

  /** Others fall where new ones come among the first, or where a bucket was not over its cap before. */
  #noteFallen(members: Uint32Array, first: Uint32Array, firstNew: number, lost: readonly number[]): void {
    const { cap, anchors } = this.rule;
    let standing = members.length;
    while (standing > 0 && (members[standing - 1] as number) >= firstNew) standing -= 1;
    const stood = members.subarray(0, standing);
    if (stood.length + lost.length <= cap) {
      for (const one of stood) if (rankIn(first, one) >= anchors) this.#fallen.add(one);
      return;
    }
    // New ones stand last, so that of most buckets no more is looked at.
    if (standing === members.length || !first.some((one) => one >= firstNew)) return;
    const former = this.#firstOf(Uint32Array.of(...lost, ...stood));
    for (const [before, one] of former.entries()) {
      const rank = rankIn(first, one);
      if ((before < anchors && rank >= anchors) || rank >= cap) this.#fallen.add(one);
    }
  }

  #firstOf(members: Uint32Array): Uint32Array {
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
    return first;
  }

  /** Whether two members of a bucket are compared: always, when it is not over its cap. */
  compares(bucket: number, one: number, other: number): boolean {
    const first = this.#buckets.get(bucket)?.first;
    return first === undefined || comparedByRank(this.rule, rankIn(first, one), rankIn(first, other));
  }

  /**
   * Every two members of a bucket, once, that stood in it before and are compared now and were not: where it was over its cap, and one of those that it
   * lost was among the first.
   *
   * @param firstNew members from here on are new
   */
  *comparedAnew(
    bucket: number,
    members: Uint32Array,
    firstNew: number,
    lost: readonly number[],
  ): Generator<readonly [number, number]> {
    const { rule } = this;
    const stood = members.filter((one) => one < firstNew);
    if (stood.length + lost.length <= rule.cap) return;
    const former = this.#firstOf(Uint32Array.of(...lost, ...stood));
    if (!lost.some((one) => former.includes(one))) return;
    const now = this.#buckets.get(bucket)?.first ?? members;
    const formerRank = new Map([...former].map((member, rank) => [member, rank]));
    const rankBefore = (member: number) => formerRank.get(member) ?? rule.cap;
    const risen = new Set<number>();
    for (const [rank, one] of now.entries()) {
      const before = rankBefore(one);
      if (one >= firstNew || before < rule.anchors || (before < rule.cap && rank >= rule.anchors)) continue;
      for (const other of rank < rule.anchors ? stood : now) {
        if (other === one || other >= firstNew || risen.has(other)) continue;
        if (!comparedByRank(rule, before, rankBefore(other))) yield [one, other];
      }
      risen.add(one);
    }
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
