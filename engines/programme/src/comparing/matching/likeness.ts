import { type LetterPairs, pairWeights } from './word-pairs.js';

/** `whole`: what both have of what either has (Dice). `held`: of what the lesser of both has, for short words beside a long text. */
export type LikenessBy = 'whole' | 'held';

/** A pair of texts that have something in common. */
export interface AlikePair {
  readonly before: number;
  readonly after: number;
  /** 0 to 1. */
  readonly likeness: number;
}

/** The likeness of each text of one list with each of the other, where it is at least `least`; found by what they share. */
export function alikePairs(
  before: readonly LetterPairs[],
  after: readonly LetterPairs[],
  by: LikenessBy,
  least: number,
): AlikePair[] {
  const weight = pairWeights([...before, ...after]);
  const sum = (pairs: LetterPairs) => [...pairs].reduce((total, pair) => total + weight(pair), 0);
  const sums = after.map(sum);
  const having = new Map<string, number[]>();
  for (const [index, pairs] of after.entries()) {
    for (const pair of pairs) {
      const known = having.get(pair);
      if (known === undefined) having.set(pair, [index]);
      else known.push(index);
    }
  }
  return before.flatMap((pairs, at) => {
    const shared = new Float64Array(after.length);
    for (const pair of pairs) {
      const value = weight(pair);
      for (const index of having.get(pair) ?? []) shared[index] = (shared[index] ?? 0) + value;
    }
    const own = sum(pairs);
    return sums.flatMap((other, index) => {
      const whole = by === 'whole' ? (own + other) / 2 : Math.min(own, other);
      const likeness = whole === 0 ? 0 : Math.min(1, (shared[index] ?? 0) / whole);
      return likeness > 0 && likeness >= least ? [{ before: at, after: index, likeness }] : [];
    });
  });
}
