import { describe, expect, it } from 'vitest';
import { binomialTail, funnelLimit } from './binomial.js';

describe('the exact binomial', () => {
  it('tail, by hand', () => {
    expect(binomialTail(3, 2, 0.5)).toBeCloseTo(4 / 8, 12);
    expect(binomialTail(2, 1, 0.1)).toBeCloseTo(1 - 0.81, 12);
    expect(binomialTail(10, 9, 0.5)).toBeCloseTo(11 / 1024, 12);
    expect([binomialTail(5, 0, 0.2), binomialTail(5, 6, 0.2), binomialTail(5, 1, 0), binomialTail(5, 5, 1)]).toEqual([
      1, 0, 0, 1,
    ]);
  });

  it('stands for many trials, where its complement is summed in another order', () => {
    let below = 0;
    let term = 0.9 ** 2000;
    for (let one = 0; one < 230; one += 1) {
      below += term;
      term *= ((2000 - one) / (one + 1)) * (0.1 / 0.9);
    }
    expect(binomialTail(2000, 230, 0.1)).toBeCloseTo(1 - below, 9);
  });

  it('limit is the fewest that are rarer than the level', () => {
    // Of ten coins, nine or more: 11 of 1,024; eight or more: 56 of 1,024.
    expect(funnelLimit(10, 0.5, 0.05)).toBe(9);
    expect(funnelLimit(10, 0.5, 0.06)).toBe(8);
    expect(funnelLimit(3, 0.5, 0.01)).toBe(4);
  });
});
