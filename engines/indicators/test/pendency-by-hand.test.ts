import { describe, expect, it } from 'vitest';
import type { MonthConvention } from '../src/definition.js';
import { coveredAll } from './coverage.js';
import { pendency } from './definitions.js';
import { TestOffice } from './office.js';
import { monthsBetween } from './plain-figures.js';

/**
 * Ten pairs of days with their time by three conventions, worked out on paper: the days between; the difference of the calendar
 * months; the largest n for which the start moved by n months, to the last day of a month that is too short, is not after the end.
 */
const pairs = [
  // 365 to 2023-01-31, 28 + 31 + 30 + 30 to 05-30. Fifteen months: 2023-04-30; sixteen: 05-31, too late.
  ['110000', '2022-01-31', '2023-05-30', 484, 16, 15],
  // A day later sixteen months are full.
  ['120000', '2022-01-31', '2023-05-31', 485, 16, 16],
  // From a leap day: twelve months end on 28 February.
  ['130000', '2020-02-29', '2021-02-28', 365, 12, 12],
  // One month from a leap day is 29 March.
  ['140000', '2020-02-29', '2020-03-28', 28, 1, 0],
  // 30 + 31 + 30 + 31 + 31 + 28. Six months from 31 August end on 28 February.
  ['150000', '2022-08-31', '2023-02-28', 181, 6, 6],
  // Six months from 30 August end on the 28th too, a day after the end.
  ['210000', '2022-08-30', '2023-02-27', 181, 6, 5],
  // A day across the turn of the year.
  ['220000', '2022-12-31', '2023-01-01', 1, 1, 0],
  // A whole month but a day.
  ['230000', '2023-01-01', '2023-01-31', 30, 0, 0],
  // Two years without a leap day.
  ['310000', '2021-06-15', '2023-06-15', 730, 24, 24],
  // 365 to 2023-05-31 and 30: thirteen months end on 30 June.
  ['320000', '2022-05-31', '2023-06-30', 395, 13, 13],
] as const;

const column = { days: 3, boundaries: 4, 'complete-months': 5 } as const satisfies Record<MonthConvention, number>;
const conventions = Object.keys(column) as MonthConvention[];
const byHand = (pair: (typeof pairs)[number], convention: MonthConvention) =>
  convention === 'days' ? pair[3] / 30.4375 : pair[column[convention]];

describe('pendency of ten pairs of days', async () => {
  const office = await TestOffice.of(
    pairs.map(([area, start, end]) => ({
      number: area,
      area,
      examination_requested_on: start,
      closed_on: end,
    })),
    { coverage: coveredAll('2018-01-01', '2023-12-31') },
  );

  it.each(conventions)('by %s is what it is on paper', async (convention) => {
    for (const pair of pairs) {
      const [area, start, end] = pair;
      const value = byHand(pair, convention);
      const request = { areas: [area], periods: [end.slice(0, 4)], statistic: 'mean' } as const;
      const told = await office.one(pendency(convention), request);
      expect({ start, end, ...told }).toEqual({ start, end, value, status: 'final' });
      expect(monthsBetween(start, end, convention), `${start} ${end}`).toBe(value);
    }
  });

  it('has the means of all that closed in 2023', async () => {
    const closed = pairs.filter(([, , end]) => end.startsWith('2023'));
    expect(closed).toHaveLength(8);
    // 16 + 16 + 6 + 6 + 1 + 0 + 24 + 13, and 15 + 16 + 6 + 5 + 0 + 0 + 24 + 13.
    const request = { areas: ['CN'], periods: ['2023'], statistic: 'mean' } as const;
    expect(await office.one(pendency('boundaries'), request)).toEqual({ value: 82 / 8, status: 'final' });
    expect(await office.one(pendency('complete-months'), request)).toEqual({ value: 79 / 8, status: 'final' });
  });
});
