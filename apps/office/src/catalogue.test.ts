import type { Definition, FigureRow } from '@zhiheng/indicators';
import { expect, it } from 'vitest';
import { latestAmong, listedDefinition } from './catalogue.js';

const row = (change: Partial<FigureRow>): FigureRow => ({
  ...{
    indicator: 'x',
    office: 'CN',
    area: 'ALL',
    period: '2023',
    breakdown: {},
    statistic: null,
    value: 1,
    bound: null,
  },
  ...{ precision: null, numerator: null, denominator: null, unit: 'patents', origin: 'computed', dataset: 'real' },
  ...{ status: 'final', vintage: 'v', publication: null },
  ...change,
});

it('takes the latest value of one series: published before computed, the widest area, the first statistic', () => {
  const published = { origin: 'published', area: 'CN-ML', statistic: 'mean' } as const;
  const found = latestAmong([
    row({ period: '2025', value: 9 }),
    row({ ...published, period: '2023', value: 16 }),
    row({ ...published, period: '2021', value: 18.5 }),
    row({ ...published, period: '2024', value: null, status: 'missing' }),
    row({ ...published, period: '2022', value: 3, statistic: 'median' }),
    row({ ...published, period: '2023', value: 2, area: 'CN' }),
  ]);
  expect(found).toMatchObject({ area: 'CN', value: 2, origin: 'published', trend: [{ period: '2023', value: 2 }] });
  const mainland = latestAmong([
    row({ ...published, period: '2023', value: 16 }),
    row({ ...published, period: '2021', value: 18.5 }),
    row({ ...published, period: '2022', value: 3, statistic: 'median' }),
  ]);
  expect(mainland).toMatchObject({
    ...{ area: 'CN-ML', period: '2023', value: 16, statistic: 'mean' },
    trend: [
      { period: '2021', value: 18.5 },
      { period: '2023', value: 16 },
    ],
  });
});

it('keeps synthetic values behind real ones, and says nothing where there is no value', () => {
  const synthetic = row({ dataset: 'synthetic', value: 5 });
  expect(latestAmong([synthetic, row({ value: 7 })])).toMatchObject({ dataset: 'real', value: 7 });
  expect(latestAmong([synthetic])).toMatchObject({ dataset: 'synthetic', value: 5 });
  expect(latestAmong([row({ value: null, status: 'missing' }), row({ area: '440000' })])).toBeNull();
});

it('is searched in both scripts, whichever it was written in', () => {
  const text = { 'zh-Hans': '质押数据', 'zh-Hant': '質押資料', en: 'Pledge Data' };
  const { sought, table } = listedDefinition({
    ...{ id: 'pledges', names: text, summary: text, unit: 'patents', kind: 'reported' },
    ...{ provisional: false, decimals: 0, better: null },
  } as unknown as Definition);
  // 数据 in traditional characters is written by nobody here, and 資料 in simplified ones neither.
  for (const words of ['质押数据', '質押資料', '質押數據', '质押资料', 'pledge data', 'pledges']) {
    expect(sought).toContain(words);
  }
  expect(table).toBeNull();
});
