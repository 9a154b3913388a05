import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betterOf, coverRanks, extremesWithin, type Stretch, timelineOf, worseOf } from './timeline.js';

const { partial, maturing, full } = coverRanks;

describe('timelineOf', () => {
  it('joins overlapping and adjacent stretches of one rank', () => {
    const timeline = timelineOf([
      { from: 1, to: 5, rank: full },
      { from: 6, to: 9, rank: full },
      { from: 4, to: 7, rank: full },
    ]);
    expect(timeline).toEqual([
      { from: 1, rank: full },
      { from: 10, rank: 0 },
    ]);
  });

  it('lets full beat maturing and maturing beat partial', () => {
    const timeline = timelineOf([
      { from: 1, to: 9, rank: partial },
      { from: 3, to: 8, rank: maturing },
      { from: 5, to: 6, rank: full },
    ]);
    expect(timeline.map(({ from, rank }) => [from, rank])).toEqual([
      [1, 1],
      [3, 2],
      [5, 3],
      [7, 2],
      [9, 1],
      [10, 0],
    ]);
  });

  it('is empty without stretches', () => {
    expect(timelineOf([])).toEqual([]);
    expect(extremesWithin([], 1, 5)).toEqual({ worst: 0, best: 0 });
  });
});

const stretches = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 12 }), fc.constantFrom(partial, maturing, full))
    .map(([from, days, rank]): Stretch => ({ from, to: from + days, rank })),
  { maxLength: 8 },
);
/** The rank of a day, one stretch after the other. */
const rankOn = (day: number, list: readonly Stretch[]) =>
  Math.max(0, ...list.filter(({ from, to }) => from <= day && day <= to).map(({ rank }) => rank));

describe('timelines day by day', () => {
  it('hold on each day what the plain search finds', () => {
    fc.assert(
      fc.property(stretches, stretches, (left, right) => {
        const [a, b] = [timelineOf(left), timelineOf(right)];
        for (let day = -1; day <= 45; day++) {
          const [x, y] = [rankOn(day, left), rankOn(day, right)];
          expect(extremesWithin(a, day, day)).toEqual({ worst: x, best: x });
          expect(extremesWithin(worseOf(a, b), day, day).worst).toBe(Math.min(x, y));
          expect(extremesWithin(betterOf(a, b), day, day).worst).toBe(Math.max(x, y));
        }
      }),
    );
  });

  it('tell the extremes of a span', () => {
    const span = fc.tuple(fc.integer({ min: -2, max: 45 }), fc.integer({ min: 0, max: 15 }));
    fc.assert(
      fc.property(stretches, span, (list, [from, days]) => {
        const ranks = Array.from({ length: days + 1 }, (_, index) => rankOn(from + index, list));
        const expected = { worst: Math.min(...ranks), best: Math.max(...ranks) };
        expect(extremesWithin(timelineOf(list), from, from + days)).toEqual(expected);
      }),
    );
  });
});
