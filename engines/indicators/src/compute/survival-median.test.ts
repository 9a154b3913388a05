import { describe, expect, it } from 'vitest';
import { survivalMedian } from './survival-median.js';

const ended = (measure: number, count = 1) => ({ measure, ended: count, censored: 0 });
const censored = (measure: number, count = 1) => ({ measure, ended: 0, censored: count });

describe('survivalMedian', () => {
  it('follows the curve of ten cases worked out by hand', () => {
    // Open after 2: 9/10; after 5: 9/10 · 6/8 = 27/40; after 8: 27/40 · 4/5 = 27/50; after 11: 27/50 · 2/3 = 9/25.
    const cases = [ended(2), censored(3), ended(5, 2), censored(6), ended(8), censored(9), ended(11), censored(12, 2)];
    expect(survivalMedian(cases)).toBe(11);
  });

  it('reaches one half exactly, where a product of doubles might not', () => {
    expect(survivalMedian([ended(1), ended(2), ended(3), ended(4), ended(5), ended(6)])).toBe(3);
    const halves = Array.from({ length: 1000 }, (_, index) => ended(index + 1));
    expect(survivalMedian(halves)).toBe(500);
  });

  it('counts cases censored at the time of an end as still open then', () => {
    expect(survivalMedian([{ measure: 4, ended: 1, censored: 1 }])).toBe(4);
    expect(survivalMedian([{ measure: 4, ended: 1, censored: 2 }])).toBeNull();
  });

  it('is null where more than half stay open', () => {
    expect(survivalMedian([ended(1), ended(2), censored(3, 3)])).toBeNull();
    expect(survivalMedian([])).toBeNull();
  });
});
