import type { FigureRow } from '@zhiheng/indicators';
import type { DurationsAnswer, IndicatorValue, RecordsAnswer, WhyAnswer } from '@zhiheng/office';
import type { LoadResult } from '@zhiheng/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficeFolder } from './office-folder.js';

/** Three rows that a person can follow: see the expected values below, worked out by hand. */
const table = `申请号,专利类型,申请日,实审请求日,结案日,授权公告日,终止日,发明名称,申请人,地址
202110000001.6,发明专利,2021.11.15,2022.01.31,2023.05.30,2023.05.30,2023.08.31,甲,甲公司;乙公司,广东省深圳市南山区科技园路12号
202110000002,发明专利,2021.12.01,,,2023.06.30,,乙,乙公司,广东省广州市天河区
202130000003,外观设计,2021.12.02,,,2023.07.01,2023.07.31,丙,丙公司,浙江省杭州市西湖区
`;
const mapping = `table: patents
columns:
  number: 申请号
  kind: { from: 专利类型, codes: { 发明专利: invention, 实用新型: utility_model, 外观设计: design } }
  filed_on: { from: 申请日, date: YYYY.MM.DD }
  examination_requested_on: { from: 实审请求日, date: YYYY.MM.DD }
  closed_on: { from: 结案日, date: YYYY.MM.DD }
  granted_on: { from: 授权公告日, date: YYYY.MM.DD }
  ceased_on: { from: 终止日, date: YYYY.MM.DD }
  title: 发明名称
  holders: { from: 申请人, split: ";" }
  address: 地址
defaults: { office: CN, route: national }
covers:
  kinds: [invention, utility_model, design]
  filed: [2021-01-01, 2023-12-31]
  closed: [2021-01-01, 2023-12-31]
  granted: [2021-01-01, 2023-12-31]
  ceased: [2021-01-01, 2023-12-31]
  in_force_from: 2021-01-01
  areas: [440000, 330000]
  completeness: full
`;

const elsewhere = ['--area', '110000', '--period', '2023-07'];

describe('a table of three rows that a person can follow', () => {
  const office = new OfficeFolder();
  const figure = async (...words: string[]) => (await office.run<FigureRow[]>('figure', ...words)).json;

  beforeAll(async () => {
    const files = [office.write('rows.csv', table), '--mapping', office.write('mapping.yaml', mapping)];
    const loaded = await office.run<LoadResult>('load', ...files);
    expect(loaded).toMatchObject({ exit: 0, json: { read: 3, loaded: 3, quarantined: 0 } });
    expect((await office.run('release', 'create', 'hand')).exit).toBe(0);
    expect((await office.run('compute', '--effective', '2024-01-31')).exit).toBe(0);
    await office.haveServed();
  });
  afterAll(() => office.remove());

  it('counts rights in force at the ends of May to August 2023: 1, 2, 2, 1', async () => {
    const periods = ['2023-05', '2023-06', '2023-07', '2023-08'];
    const rows = await figure('patents-in-force', '--area', 'ALL', '--period', ...periods, '--origin', 'computed');
    expect(rows.map((row) => [row.period, row.value])).toEqual([
      ['2023-05', 1],
      ['2023-06', 2],
      ['2023-07', 2],
      ['2023-08', 1],
    ]);
  });

  it('opens the stock of July to the two rights in force and tells why the third is not', async () => {
    const words = ['records', 'patents-in-force', '--area', '440000', '--period', '2023-07'];
    const { json } = await office.run<RecordsAnswer>(...words);
    expect(json).toMatchObject({ total: 2, visible: 2, withheldByRight: 0 });
    expect(json.rows.map((row) => row.id)).toEqual(['CN:202110000001', 'CN:202110000002']);
    expect(json.rows[0]).toMatchObject({ title: '甲', holder: '甲公司', area: '440305', number: '202110000001' });
    const { json: left } = await office.run<RecordsAnswer>(
      ...['records', 'patents-in-force', '--area', '330000', '--period', '2023-07', '--left-out'],
    );
    expect(left).toMatchObject({ total: 1 });
    expect(left.rows[0]?.leftOutBy).toContain('ceased_on');
  });

  it('tells why a right is in force, why another is not, and which part of a made figure is asked for', async () => {
    const words = ['--area', '440000', '--period', '2023-07'];
    const { json: counted } = await office.run<WhyAnswer>('why', 'patents-in-force', 'CN:202110000001', ...words);
    expect(counted).toMatchObject({ indicator: 'patents-in-force', admitted: true, sql: { agrees: true } });
    const { json: left } = await office.run<WhyAnswer>('why', 'patents-in-force', 'CN:202110000001', ...elsewhere);
    expect(left).toMatchObject({ admitted: false, leftOutBy: 'not counted in 110000', sql: { agrees: true } });
    expect(await office.run('why', 'patents-in-force', 'CN:209910000001', ...words)).toMatchObject({
      exit: 1,
      json: { error: { code: 'not-found' } },
    });
    expect(await office.run('why', 'pledge-amount', 'CN:202110000001', ...words)).toMatchObject({
      exit: 2,
      json: { error: { code: 'usage' } },
    });
  });

  it('follows a case of a survival median, and opens its cohort', async () => {
    const words = ['--area', '440300', '--period', '2023', '--statistic', 'survival-median'];
    const { json } = await office.run<WhyAnswer>('why', 'invention-pendency', 'CN:202110000001', ...words);
    expect(json).toMatchObject({
      ...{ admitted: true, sql: { agrees: true } },
      followed: { firstDay: '2021-01-01', lastDay: '2023-12-31', until: '2023-05-30', outcome: 'ended', value: 484 },
    });
    expect((await office.run<RecordsAnswer>('records', 'invention-pendency', ...words)).json.total).toBe(1);
    const stock = await office.run('records', 'patents-in-force', ...words);
    expect(stock).toMatchObject({ exit: 2, json: { error: { code: 'usage' } } });
  });

  it('counts the lengths behind a duration, and opens those of one span', async () => {
    const words = ['invention-pendency', '--area', '440300', '--period', '2023-05'];
    const { json } = await office.run<DurationsAnswer>('durations', ...words);
    expect(json).toMatchObject({ convention: 'days', perMonth: 30.4375, lengths: [{ measure: 484, n: 1 }] });
    expect((await office.run<RecordsAnswer>('records', ...words, '--months', '15..16')).json.total).toBe(1);
    expect((await office.run<RecordsAnswer>('records', ...words, '--months', '16..17')).json.total).toBe(0);
    expect((await office.run('records', ...words, '--months', '17..16')).exit).toBe(2);
  });

  it('lists the latest value of each indicator that has one', async () => {
    const { json } = await office.run<IndicatorValue[]>('indicator', 'values');
    const held = json.find(({ indicator }) => indicator === 'pledge-amount');
    expect(held).toMatchObject({ origin: 'published', unit: '100m-cny' });
    expect(held?.trend.at(-1)).toMatchObject({ period: held?.period, value: held?.value });
    expect(new Set(json.map(({ indicator }) => indicator)).size).toBe(json.length);
  });

  it('measures pendency by three conventions: 16, 15, 484 days ÷ 30.4375', async () => {
    const mean = async (indicator: string) => {
      const rows = await figure(indicator, '--area', '440300', '--period', '2023-05', '--origin', 'computed');
      return rows.find((row) => row.statistic === 'mean')?.value;
    };
    expect(await mean('invention-pendency-by-month-boundaries')).toBe(16);
    expect(await mean('invention-pendency-by-complete-months')).toBe(15);
    expect(await mean('invention-pendency')).toBeCloseTo(484 / 30.4375, 10);
  });

  it('withholds what lies outside coverage and gives zero inside it', async () => {
    const rows = await figure(
      'patent-grants',
      '--area',
      '110000',
      '440000',
      'CN',
      '--period',
      '2023-01',
      '--origin',
      'computed',
    );
    expect(rows.map((row) => [row.area, row.value, row.status])).toEqual([
      ['110000', null, 'missing'],
      ['440000', 0, 'final'],
      ['CN', null, 'missing'],
    ]);
    const [may] = await figure('patent-grants', '--area', 'CN', '--period', '2023-05', '--origin', 'computed');
    expect(may).toMatchObject({ value: 1, status: 'provisional' });
    const [later] = await figure('patent-grants', '--area', '440000', '--period', '2024-05', '--origin', 'computed');
    expect(later).toMatchObject({ value: null, status: 'missing' });
  });

  it('breaks down by kind', async () => {
    const rows = await figure(
      'patent-grants',
      '--area',
      '330000',
      '--period',
      '2023',
      '--by',
      'kind',
      '--origin',
      'computed',
    );
    expect(rows.map((row) => [row.breakdown.kind, row.value])).toEqual(
      expect.arrayContaining([
        ['invention', 0],
        ['design', 1],
      ]),
    );
  });

  it('adds nothing when the same file is loaded again', async () => {
    const again = await office.run<LoadResult>(
      'load',
      `${office.path}/rows.csv`,
      '--mapping',
      `${office.path}/mapping.yaml`,
    );
    expect(again.json).toMatchObject({ read: 3, loaded: 0, duplicates: 3 });
  });
});
