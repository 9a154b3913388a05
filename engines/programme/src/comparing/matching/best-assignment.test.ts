import { describe, expect, it } from 'vitest';
import { bestAssignment } from './best-assignment.js';

/** A row of numbers that is the same each time (a linear congruence, Numerical Recipes). */
function numbers(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The greatest sum by trying every way. */
function greatest(weights: readonly (readonly number[])[], row = 0, taken: readonly number[] = []): number {
  const line = weights[row];
  if (line === undefined) return 0;
  const left = greatest(weights, row + 1, taken);
  const ways = line.map((weight, column) =>
    taken.includes(column) ? left : weight + greatest(weights, row + 1, [...taken, column]),
  );
  return Math.max(left, ...ways);
}

describe('the best assignment', () => {
  it('gives up a good pair for a better sum', () => {
    expect(
      bestAssignment([
        [0.9, 0.8],
        [0.8, 0],
      ]),
    ).toEqual([1, 0]);
    expect(bestAssignment([])).toEqual([]);
    expect(bestAssignment([[], []])).toEqual([null, null]);
  });

  it.each([
    [4, 4],
    [3, 6],
    [6, 3],
    [1, 5],
    [5, 5],
  ])('has the greatest sum of all ways, %i by %i', (rows, columns) => {
    const next = numbers(rows * 31 + columns);
    for (let round = 0; round < 40; round += 1) {
      const weights = Array.from({ length: rows }, () =>
        Array.from({ length: columns }, () => (next() < 0.3 ? 0 : next())),
      );
      const assigned = bestAssignment(weights);
      const used = assigned.filter((column) => column !== null);
      expect(new Set(used).size).toBe(used.length);
      const sum = assigned.reduce((total: number, column, row) => total + (weights[row]?.[column ?? -1] ?? 0), 0);
      expect(sum).toBeCloseTo(greatest(weights), 10);
    }
  });
});
