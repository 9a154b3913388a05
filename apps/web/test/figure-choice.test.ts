import type { Observation } from '@zhiheng/vocabulary';
import { describe, expect, test } from 'vitest';
import { chooseFigure } from '../src/figure/choose-figure.js';
import { compareYearBefore } from '../src/figure/compare-year-before.js';
import { readFigureState } from '../src/figure/figure-state.js';
import { rankAreas } from '../src/figure/rank-areas.js';
import { uniqueRows } from '../src/figure/useFigureRows.js';

const base: Observation = {
  indicator: 'x',
  office: 'CN',
  area: 'ALL',
  period: '2023',
  breakdown: {},
  statistic: null,
  value: 1,
  bound: null,
  precision: null,
  numerator: null,
  denominator: null,
  unit: 'patents',
  origin: 'computed',
  dataset: 'real',
  status: 'final',
  vintage: 'v',
  publication: null,
};
const row = (change: Partial<Observation>): Observation => ({ ...base, ...change });

describe('what a figure page shows', () => {
  const published = row({ origin: 'published', area: 'CN-ML', period: '2024', breakdown: { kind: 'invention' } });
  const synthetic = row({ dataset: 'synthetic', period: '2023' });

  test('without a choice: the published source, its area, its only kind, its latest year', () => {
    const choice = chooseFigure(
      [synthetic, published, row({ ...published, period: '2025', value: null, status: 'missing' })],
      {},
    );
    expect(choice).toMatchObject({
      source: { origin: 'published', dataset: 'real' },
      area: 'CN-ML',
      kind: 'invention',
      period: '2024',
      sources: [
        { origin: 'published', dataset: 'real' },
        { origin: 'computed', dataset: 'synthetic' },
      ],
    });
  });

  test('the address decides where it speaks, even where there is no value', () => {
    const choice = chooseFigure([synthetic, published], { origin: 'computed', area: '440000', period: '2020-Q1' });
    expect(choice).toMatchObject({
      source: { origin: 'computed', dataset: 'synthetic' },
      area: '440000',
      period: '2020-Q1',
      kind: null,
    });
  });

  test('without rows there is nothing to choose', () => {
    expect(chooseFigure([], {})).toBeNull();
  });

  test('an address keeps what it knows and drops the rest', () => {
    expect(readFigureState({ area: '440000', origin: 'guessed', statistic: 'p90', made: 'file', noise: 'x' })).toEqual({
      area: '440000',
      statistic: 'p90',
      made: 'file',
    });
  });

  test('a row that stands in both answers is kept once; real and synthetic are two rows', () => {
    expect(uniqueRows([base, { ...base }, synthetic])).toEqual([base, synthetic]);
  });
});

describe('against the year before', () => {
  test('a count grows, also across units: 401.5 after 2,704,000', () => {
    const now = row({ value: 401.5, unit: '10k-patents', period: '2023' });
    const before = row({ value: 2_704_000, unit: 'patents', period: '2022' });
    const comparison = compareYearBefore(now, [before, now], 1);
    expect(comparison.kind === 'growth' ? comparison.rate : null).toBeCloseTo(0.48484, 4);
  });

  test('a duration differs: 16 after 16.5 months is half a month less', () => {
    const now = row({ value: 16, unit: 'months', precision: 0.5, origin: 'published' });
    const before = row({ value: 16.5, unit: 'months', precision: 0.5, origin: 'published', period: '2022' });
    expect(compareYearBefore(now, [before], 2)).toEqual({
      kind: 'difference',
      difference: -0.5,
      unit: 'months',
      decimals: 1,
    });
  });

  test('what is computed differs by as many places as its definition shows, whatever it is made of', () => {
    const made = { unit: 'growth-rate', origin: 'computed', precision: 0.000020538, publication: null } as const;
    const [now, before] = [row({ ...made, value: 0.754 }), row({ ...made, value: 0.3016, period: '2022' })];
    expect(compareYearBefore(now, [before], 1)).toMatchObject({ kind: 'difference', decimals: 1 });
  });

  test('a note, a bound, another scope, a missing value or a gap tell nothing', () => {
    const empty = { 'zh-Hans': '', 'zh-Hant': '', en: '' };
    const words = { source: empty, note: null, scope: empty, asPublished: empty };
    const told = { series: 's', publishedOn: null, source: '', note: null, scope: 'total', asPublished: '' };
    const publication = { ...told, words };
    const now = row({ value: 5066, publication });
    const before = row({ value: 2544, period: '2022', publication });
    const none = { kind: 'none' };
    expect(compareYearBefore(now, [before], 2).kind).toBe('growth');
    expect(
      compareYearBefore(row({ ...now, publication: { ...publication, note: 'scope changed' } }), [before], 2),
    ).toEqual(none);
    expect(compareYearBefore(now, [{ ...before, bound: 'lower' }], 2)).toEqual(none);
    expect(compareYearBefore(now, [{ ...before, publication: { ...publication, scope: 'domestic' } }], 2)).toEqual(
      none,
    );
    expect(compareYearBefore(now, [{ ...before, value: null }], 2)).toEqual(none);
    expect(compareYearBefore(now, [{ ...before, period: '2021' }], 2)).toEqual(none);
  });
});

test('equal values share a rank, the next is passed over, areas without a value come last', () => {
  const rows = [
    row({ area: 'a', value: 3 }),
    row({ area: 'b', value: 9 }),
    row({ area: 'c', value: 3 }),
    row({ area: 'e', value: 1 }),
  ];
  const ranks = (lowest: boolean) =>
    rankAreas(['a', 'b', 'c', 'd', 'e'], rows, lowest, (x, y) => (x < y ? -1 : 1)).map(
      ({ area, rank }) => `${area}${rank ?? '–'}`,
    );
  expect(ranks(false)).toEqual(['b1', 'a2', 'c2', 'e4', 'd–']);
  expect(ranks(true)).toEqual(['e1', 'a2', 'c2', 'b4', 'd–']);
});
