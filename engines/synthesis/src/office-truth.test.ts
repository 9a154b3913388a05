import { beforeAll, describe, expect, it } from 'vitest';
import { memoryFiles } from '../test/memory-files.js';
import { type PlainRow, plainRows } from '../test/plain-rows.js';
import { areasCsv } from '../test/repository.js';
import { applicationsIn, foreignShare } from './office-volumes.js';
import { provinceShares } from './province-shares.js';
import { synthesise } from './synthesise.js';
import type { Truth } from './truth-tally.js';

const kinds = { invention: '发明专利', utility_model: '实用新型', design: '外观设计' } as const;
const kindNames = Object.keys(kinds) as (keyof typeof kinds)[];
const years = ['2018', '2019', '2020', '2021', '2022', '2023'];
const provinceNames = new Map(
  areasCsv
    .split('\n')
    .map((line) => line.split(','))
    .filter(([, level]) => level === 'province')
    .map(([code, , , , , full]) => [full ?? '', code ?? '']),
);

/** The truth file against an independent plain reading, and both against the figures that the office imitates. */
describe('the truth about a synthetic office', () => {
  let rows: PlainRow[];
  let window: PlainRow[];
  let truth: Truth;
  beforeAll(async () => {
    const { files, text } = memoryFiles();
    const made = await synthesise({ patents: 100_000, seed: 20_231_231, out: 'office', files, areasCsv });
    rows = made.files.flatMap((name) => plainRows(text(name)));
    window = made.files.slice(1).flatMap((name) => plainRows(text(name)));
    truth = JSON.parse(text('truth.json')) as Truth;
  });

  const count = (of: readonly PlainRow[], test: (row: PlainRow) => boolean) => of.filter(test).length;

  it('counts applications, grants and ends as a plain reading does', () => {
    for (const kind of kindNames) {
      const own = rows.filter((row) => row.专利类型 === kinds[kind]);
      for (const year of years) {
        const in_ = (column: string) => (row: PlainRow) => row[column]?.startsWith(`${year}.`) ?? false;
        expect(truth.applications[kind][year]).toBe(count(own, in_('申请日')));
        expect(truth.grants[kind][year]).toBe(count(own, in_('授权公告日')));
        expect(truth.ceased[kind][year]).toBe(count(own, in_('终止日')));
      }
    }
  });

  it('counts rights in force at the end of each year as a plain reading does', () => {
    const inForce = (kind: keyof typeof kinds, end: string) =>
      count(
        rows,
        (row) =>
          row.专利类型 === kinds[kind] &&
          row.授权公告日 !== '' &&
          (row.授权公告日 ?? '') <= end &&
          (row.终止日 === '' || (row.终止日 ?? '') > end),
      );
    for (const kind of kindNames) {
      for (const year of years) expect(truth.inForce[kind][`${year}-12-31`]).toBe(inForce(kind, `${year}.12.31`));
      expect(truth.openingInForce[kind]).toBe(inForce(kind, '2017.12.31'));
    }
  });

  it('measures closed inventions as a plain reading does', () => {
    for (const year of years) {
      const closed = rows.filter((row) => row.专利类型 === '发明专利' && row.结案日?.startsWith(`${year}.`));
      const measured = closed.filter((row) => row.实审请求日 !== '');
      const days = measured.map((row) => (time(row.结案日) - time(row.实审请求日)) / 86_400_000);
      const totalDays = days.reduce((sum, one) => sum + one, 0);
      expect(truth.closedInventions[year]).toEqual({
        closed: closed.length,
        measured: measured.length,
        totalDays,
        meanDays: totalDays / measured.length,
      });
    }
  });

  it('counts applications of each province and country as a plain reading does', () => {
    const counts: Record<string, Record<string, number>> = {};
    for (const row of window) {
      const address = row.地址 ?? '';
      const province = [...provinceNames].find(([name]) => address.startsWith(name))?.[1];
      const area = row.申请人国别地区代码 || province || 'none';
      const year = row.申请日?.slice(0, 4) ?? '';
      counts[area] ??= {};
      counts[area] = { ...counts[area], [year]: (counts[area]?.[year] ?? 0) + 1 };
    }
    expect(truth.applicationsByArea).toEqual(counts);
  });

  /** Applications of the modelled nation for one of the synthetic office. */
  const scale = () =>
    kindNames.reduce((sum, kind) => sum + years.reduce((all, year) => all + applicationsIn(kind, Number(year)), 0), 0) /
    100_000;

  it('follows the published invention applications within 2 %', () => {
    const published = [1_542_002, 1_400_661, 1_497_159, 1_585_663, 1_619_268];
    for (const [index, value] of published.entries()) {
      expect(relative((truth.applications.invention[years[index] ?? ''] ?? 0) * scale(), value)).toBeLessThan(0.02);
    }
  });

  it('follows the published grants of 2021 to 2023 roughly: within 5 %', () => {
    const published = {
      invention: [696_000, 798_347, 921_000],
      utility_model: [3_120_000, 2_804_155, 2_090_000],
      design: [786_000, 720_907, 638_000],
    };
    for (const kind of kindNames) {
      for (const [index, value] of published[kind].entries()) {
        const made = (truth.grants[kind][String(2021 + index)] ?? 0) * scale();
        expect(relative(made, value), `${kind} ${2021 + index}: ${made}`).toBeLessThan(0.05);
      }
    }
  });

  it('keeps the stock near the published one: within 5 %', () => {
    const inventions = [2_366_314, 2_670_784, 3_057_844, 3_596_901, 4_212_188, 4_991_000];
    for (const [index, value] of inventions.entries()) {
      const made = (truth.inForce.invention[`${2018 + index}-12-31`] ?? 0) * scale();
      expect(relative(made, value), `${2018 + index}: ${made}`).toBeLessThan(0.05);
    }
    expect(relative((truth.inForce.utility_model['2021-12-31'] ?? 0) * scale(), 9_190_633)).toBeLessThan(0.05);
    expect(relative((truth.inForce.utility_model['2022-12-31'] ?? 0) * scale(), 10_781_169)).toBeLessThan(0.05);
  });

  it('lets the mean pendency fall from about 22 to about 16 months', () => {
    const months = years.map((year) => (truth.closedInventions[year]?.meanDays ?? 0) / 30.4375);
    expect(months).toEqual([...months].sort((a, b) => b - a));
    for (const [index, value] of [22, 20.2, 18.5, 16.5, 16].entries()) {
      expect(Math.abs((months[index + 1] ?? 0) - value), `${2019 + index}: ${months[index + 1]}`).toBeLessThan(0.5);
    }
  });

  it('has a right tail in the time to closing', () => {
    const days = rows
      .filter((row) => row.专利类型 === '发明专利' && row.结案日?.startsWith('2022.') && row.实审请求日 !== '')
      .map((row) => (time(row.结案日) - time(row.实审请求日)) / 86_400_000)
      .sort((a, b) => a - b);
    const at = (share: number) => days[Math.floor(days.length * share)] ?? 0;
    expect(at(0.95) - at(0.5)).toBeGreaterThan(1.5 * (at(0.5) - at(0.05)));
  });

  it('spreads domestic applications over provinces as the table says', () => {
    const total = provinceShares.reduce((sum, [, weight]) => sum + weight, 0);
    const made = new Map(
      Object.entries(truth.applicationsByArea).map(([area, counts]) => [
        area,
        Object.values(counts).reduce((sum, one) => sum + one, 0),
      ]),
    );
    const domestic = [...made].filter(([area]) => area.length === 6).reduce((sum, [, one]) => sum + one, 0);
    for (const [code, weight] of provinceShares) {
      expect(Math.abs((made.get(code) ?? 0) / domestic - weight / total)).toBeLessThan(0.004);
    }
    const inventions = window.filter((row) => row.专利类型 === '发明专利');
    const foreign = inventions.filter((row) => row.申请人国别地区代码 !== '').length / inventions.length;
    expect(Math.abs(foreign - foreignShare.invention)).toBeLessThan(0.006);
  });
});

function time(dotted: string | undefined): number {
  return Date.parse(`${(dotted ?? '').replaceAll('.', '-')}T00:00:00Z`);
}

function relative(made: number, published: number): number {
  return Math.abs(made - published) / published;
}
