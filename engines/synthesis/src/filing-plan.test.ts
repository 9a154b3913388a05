import { dayNumber } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../test/repository.js';
import { dailyCounts, scaleOf, shareOut, stockCells, windowCells } from './filing-plan.js';
import { applicationsIn, inForceAtEndOf } from './office-volumes.js';
import { Random } from './random.js';

const from = dayNumber('2018-01-01');
const to = dayNumber('2023-12-31');
const published = sharedData('published/national-series.csv');

describe('shareOut', () => {
  it('gives the largest remainders what is missing', () => {
    expect(shareOut(10, [1, 1, 1])).toEqual([4, 3, 3]);
    // 7 × 5/12 = 2.92, 7 × 4/12 = 2.33, 7 × 3/12 = 1.75
    expect(shareOut(7, [5, 4, 3])).toEqual([3, 2, 2]);
    expect(shareOut(0, [2, 3])).toEqual([0, 0]);
  });
});

describe('the plan of filings', () => {
  it('files the published proportions of inventions to the nearest application', () => {
    const cells = windowCells(1_000_000, from, to).filter(({ kind }) => kind === 'invention');
    const [of2018 = 0, ...rest] = cells.map(({ count }) => count);
    const numbers = [1_400_661, 1_497_159, 1_585_663, 1_619_268];
    for (const [index, number] of numbers.entries()) {
      expect((rest[index] ?? 0) / of2018).toBeCloseTo(number / 1_542_002, 4);
    }
  });

  it('adds up to what was asked for, also in a part of a year', () => {
    for (const patents of [1, 17, 5000]) {
      for (const last of ['2018-01-31', '2019-08-15', '2023-12-31']) {
        const cells = windowCells(patents, from, dayNumber(last));
        expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(patents);
      }
    }
  });

  it('plants 2,085,367 inventions in force for every 1,542,002 filed in 2018', () => {
    const patents = 500_000;
    const filed = windowCells(patents, from, to).find(({ kind, year }) => kind === 'invention' && year === 2018);
    const stock = stockCells(scaleOf(patents, from, to), from).filter(({ kind }) => kind === 'invention');
    const planted = stock.reduce((sum, { count }) => sum + count, 0);
    expect(planted / (filed?.count ?? 0)).toBeCloseTo(2_085_367 / 1_542_002, 3);
    expect(Math.min(...stock.map(({ year }) => year))).toBe(2008);
    expect(Math.max(...stock.map(({ year }) => year))).toBe(2017);
  });

  it('draws every filing of a cell onto a day, much in December, little in February and at weekends', () => {
    const cell = { kind: 'invention', year: 2019, from: dayNumber('2019-01-01'), to: dayNumber('2019-12-31') } as const;
    const counts = [...dailyCounts({ ...cell, count: 50_000 }, Random.of(1))];
    const between = (first: number, last: number) => counts.slice(first, last).reduce((sum, count) => sum + count, 0);
    expect(counts).toHaveLength(365);
    expect(between(0, 365)).toBe(50_000);
    expect(between(334, 365)).toBeGreaterThan(1.15 * between(304, 334));
    expect(between(31, 59)).toBeLessThan(0.75 * between(59, 90));
    // 6 January 2019 is a Sunday.
    const sundays = counts.filter((_, index) => index % 7 === 5).reduce((sum, count) => sum + count, 0);
    expect(sundays / 50_000).toBeLessThan(0.03);
  });
});

describe.skipIf(!published.there)('volumes against the published series', () => {
  const series = (name: string) =>
    published
      .text()
      .split('\n')
      .map((line) => line.split(','))
      .filter(([indicator, , , unit, , scope]) => indicator === name && scope === 'total' && !unit?.startsWith('10k'))
      .map(([, period, value]) => [Number(period), Number(value)] as const);

  it('has the published invention applications', () => {
    expect(series('invention-applications')).toHaveLength(6);
    for (const [year, value] of series('invention-applications')) expect(applicationsIn('invention', year)).toBe(value);
  });

  it('has the published inventions in force', () => {
    expect(series('inventions-in-force')).toHaveLength(6);
    for (const [year, value] of series('inventions-in-force')) expect(inForceAtEndOf('invention', year)).toBe(value);
  });
});
