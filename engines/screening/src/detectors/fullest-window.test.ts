import { array, assert, constantFrom, integer, property, tuple } from 'fast-check';
import { expect, it } from 'vitest';
import { differentWithin, fullestWindows } from './fullest-window.js';

/** Every window that begins at a day, looked through for each day. */
function slowly(days: readonly number[], within: number): [from: number, to: number][] {
  return days.map((own) => {
    let best: [number, number] = [0, 0];
    for (const first of days) {
      if (own < first || own - first > within) continue;
      const from = days.indexOf(first);
      const to = from + days.filter((day) => day >= first && day - first <= within).length;
      if (to - from > best[1] - best[0]) best = [from, to];
    }
    return best;
  });
}

it('finds for each day the fullest window that it lies in, as looking through all windows does', () => {
  assert(
    property(array(integer({ min: 0, max: 120 }), { maxLength: 60 }), integer({ min: 0, max: 60 }), (drawn, within) => {
      const days = drawn.toSorted((a, b) => a - b);
      expect(fullestWindows(days, within).map(({ from, to }) => [from, to])).toEqual(slowly(days, within));
    }),
  );
});

it('finds the window with the most different keys, as counting each window anew does', () => {
  const days = array(tuple(integer({ min: 0, max: 90 }), constantFrom('a', 'b', 'c', 'd')), { maxLength: 50 });
  assert(
    property(days, integer({ min: 0, max: 40 }), (drawn, within) => {
      const given = drawn.toSorted(([a], [b]) => a - b);
      const different = (from: number, to: number) => new Set(given.slice(from, to).map(([, key]) => key)).size;
      const windows = fullestWindows(
        given.map(([day]) => day),
        within,
        differentWithin(given.map(([, key]) => key)),
      );
      for (const [index, [own]] of given.entries()) {
        const { from, to } = windows[index] as { from: number; to: number };
        expect(from <= index && index < to).toBe(true);
        const starts = given.map(([day]) => day).filter((day) => day <= own && own - day <= within);
        const most = starts.map((first) => {
          const begin = given.findIndex(([day]) => day === first);
          return different(begin, begin + given.filter(([day]) => day >= first && day - first <= within).length);
        });
        expect(different(from, to)).toBe(Math.max(...most));
      }
    }),
  );
});

it('takes the earliest of equally full ones, by hand', () => {
  const windows = fullestWindows([0, 5, 10, 11, 30], 10);
  expect(windows.map(({ from, to }) => [from, to])).toEqual([
    [0, 3],
    [0, 3],
    [0, 3],
    [1, 4],
    [4, 5],
  ]);
});

it('takes no longer for a seller of 200,000', () => {
  const windows = fullestWindows(
    Array.from({ length: 200_000 }, (_, index) => Math.floor(index / 50)),
    365,
  );
  expect(windows[100_000]).toEqual({ from: 81_750, to: 100_050 });
});
