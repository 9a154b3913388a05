import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureRow } from '@zhiheng/indicators';
import { openLakeSession } from '@zhiheng/lake';
import { carryOut, type PartiesAnswer, type PartyAnswer } from '@zhiheng/office';
import { localOperator, type Scope } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SmallOffice } from './small-office.js';

const small = new SmallOffice();
afterAll(() => small.remove());

const [moved, joint, ceased, back] = ['202110000001', '202110000002', '202110000003', '202110000004'];
const texts = {
  'patents.csv': `号,申请人,地,申请日,授权日,终止日
${moved},甲公司,广东省深圳市南山区,2021-01-05,2022-03-01,
${joint},甲公司;乙大学,广东省深圳市南山区;广西壮族自治区南宁市,2021-02-05,2022-04-01,
${ceased},丙公司,北京市海淀区,2021-03-05,2022-05-01,2022-12-15
${back},丁公司,四川省成都市,2021-04-05,2022-06-01,
`,
  'deeds.csv': `登记号,类型,专利,登记日,受让人,代码,地址,金额
2023010,转移,${moved};202119999999,2023-02-28,戊公司,91110108MA01A2B3C4,北京市海淀区,
2023011,转移,${ceased},2023-03-01,戊公司,,广东省广州市,
2023012,转移,${back},2023-04-10,戊公司,,北京市海淀区,
2023013,转移,${back},2023-09-10,丁公司,,四川省成都市,
2023014,质押,${moved},2023-06-01,银行,,上海市,5000000
`,
  'events.csv': `号,事,日\n${joint},award,2023-05-01\n`,
  'marks.csv': `号,商标,申请人,地址,申请日,注册日,类\n1001,山水,甲公司,广东省深圳市,2022-01-01,2022-10-01,9;35\n`,
};
const mappings = {
  'patents.yaml': `table: patents
files: [patents.csv]
columns:
  number: 号
  holders: { from: 申请人, split: ; }
  holder_addresses: { from: 地, split: ; }
  filed_on: 申请日
  granted_on: 授权日
  ceased_on: 终止日
defaults: { kind: invention }
covers:
  filed: [2021-01-01, 2023-12-31]
  granted: [2021-01-01, 2023-12-31]
  ceased: [2021-01-01, 2023-12-31]
  in_force_from: 2021-01-01
  completeness: full
`,
  'deeds.yaml': `table: deeds
files: [deeds.csv]
columns:
  number: 登记号
  kind: { from: 类型, codes: { 转移: transfer, 质押: pledge } }
  patents: { from: 专利, split: ; }
  recorded_on: 登记日
  to_parties: 受让人
  to_codes: 代码
  to_addresses: 地址
  amount: 金额
defaults: { currency: CNY }
covers: { recorded: [2021-01-01, 2023-12-31], completeness: full }
`,
  'events.yaml': 'table: patent_events\nfiles: [events.csv]\ncolumns: { number: 号, event: 事, event_on: 日 }\n',
  'marks.yaml': `table: trademarks
files: [marks.csv]
columns:
  number: 号
  mark_text: 商标
  holders: 申请人
  address: 地址
  filed_on: 申请日
  registered_on: 注册日
  classes: { from: 类, split: ; }
covers: { filed: [2022-01-01, 2022-12-31], registered: [2022-01-01, 2022-12-31], completeness: full }
`,
};

beforeAll(async () => {
  const shipped = join(import.meta.dirname, '../../../definitions/indicators');
  for (const name of ['patents-in-force.yaml', 'patents-in-force-by-owner.yaml']) {
    copyFileSync(join(shipped, name), join(small.definitions, 'indicators', name));
  }
  for (const [name, text] of Object.entries({ ...texts, ...mappings })) writeFileSync(join(small.path, name), text);
  const paths = Object.keys(texts).map((name) => join(small.path, name));
  const { json, exit } = await small.run('load', {
    paths,
    mapping: Object.keys(mappings).map((name) => join(small.path, name)),
  });
  expect([exit, json]).toMatchObject([0, { read: 11, loaded: 11 }]);
  await small.run('release-create', { name: 'first' });
  await small.run('compute', {});
});

/** Values of a figure in Guangdong, Beijing, Sichuan, Guangxi and China. */
async function values(indicator: string, period: string): Promise<(number | null)[]> {
  const area = ['440000', '110000', '510000', '450000', 'CN'];
  const { json } = await small.run('figure', { indicator, area, period: [period], origin: 'computed' });
  const rows = json as FigureRow[];
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['final']));
  return rows.map(({ value }) => value);
}

describe('patents that change hands between provinces', () => {
  it('move the stock by owner and not the stock as filed, nor the flows', async () => {
    expect(await values('patents-in-force-by-owner', '2022')).toEqual([2, 0, 1, 0, 3]);
    expect(await values('patents-in-force-by-owner', '2023-02')).toEqual([1, 1, 1, 0, 3]);
    expect(await values('patents-in-force-by-owner', '2023-06')).toEqual([1, 2, 0, 0, 3]);
    expect(await values('patents-in-force-by-owner', '2023')).toEqual([1, 1, 1, 0, 3]);
    for (const period of ['2022', '2023-02', '2023-06', '2023']) {
      expect(await values('patents-in-force', period)).toEqual([2, 0, 1, 0, 3]);
    }
    expect(await values('patent-grants', '2022')).toEqual([2, 1, 1, 0, 4]);
    expect(await values('patent-applications', '2021')).toEqual([2, 1, 1, 0, 4]);
  });

  it('open to their records in the province where they count', async () => {
    const request = { indicator: 'patents-in-force-by-owner', area: '110000', period: '2023-06' };
    const { json } = await small.run('records', request);
    expect(json).toMatchObject({ total: 2, visible: 2 });
    expect((json as { rows: object[] }).rows).toMatchObject([
      { number: moved, holder: '甲公司', area: '440305', owner: '戊公司', counted_in: '110108' },
      { number: back, holder: '丁公司', area: '510100', owner: '戊公司', counted_in: '110108' },
    ]);
  });

  it('are seen by each province that owned them, and by no other', async () => {
    const seen = (area: string) =>
      small.use(async (office) => {
        const scope: Scope = { areas: [area], personal: 'masked' };
        const session = await openLakeSession((await office.release()).release, office.store, scope);
        const ids = (sql: string) => session.rows<{ id: string }>(sql);
        const [records, owners, deeds] = [
          await ids('SELECT number AS id FROM patents ORDER BY 1'),
          await ids('SELECT DISTINCT name AS id FROM patent_owners ORDER BY 1'),
          await ids('SELECT number AS id FROM recordals ORDER BY 1'),
        ];
        session.close();
        return [records, owners, deeds].map((rows) => rows.map(({ id }) => id));
      });
    expect(await seen('110000')).toEqual([
      [moved, ceased, back],
      ['丁＊＊', '丙＊＊', '戊＊＊', '甲＊＊'],
      ['2023010', '2023011', '2023012', '2023013', '2023014'],
    ]);
    expect(await seen('510000')).toEqual([[back], ['丁＊＊', '戊＊＊'], ['2023012', '2023013']]);
    expect(await seen('320000')).toEqual([[], [], []]);
  });
});

describe('parties that patents were transferred to', () => {
  it('hold them from then on, and who sold them did once', async () => {
    const { rows } = (await small.run('parties-list', {})).json as PartiesAnswer;
    const held: string[] = [];
    for (const { name, party } of rows.filter((row) => ['甲公司', '戊公司'].includes(row.name ?? ''))) {
      const { records } = (await small.run('parties-show', { party })).json as PartyAnswer;
      held.push(...records.map(({ id, present }) => `${name} ${id.slice(3)} ${present ? 'now' : 'once'}`));
    }
    // 戊公司 of Beijing with its code and without, and the one of Guangzhou, are not shown to be one.
    expect(held.sort()).toEqual([
      `戊公司 ${moved} now`,
      `戊公司 ${ceased} now`,
      `戊公司 ${back} once`,
      '甲公司 1001 now',
      `甲公司 ${moved} once`,
      `甲公司 ${joint} now`,
    ]);
  });
});

describe('the table of owners', () => {
  it('is part of the release, verified with it, and the same segment while nothing moves', async () => {
    const first = (await small.run('release-show', { name: 'first' })).json as { tables: Record<string, number> };
    expect(first.tables).toMatchObject({ patent_owners: 7, new_holders: 4, recordals: 5, trademarks: 1 });
    expect((await small.run('release-verify', { name: 'first' })).json).toMatchObject({ ok: true });
    await small.run('release-create', { name: 'second' });
    const owners = await small.use(async (office) =>
      Promise.all(['first', 'second'].map(async (name) => (await office.release(name)).release.tables.patent_owners)),
    );
    expect(owners[1]).toEqual(owners[0]);
    const kept = await small.use(async (office) => {
      const context = { office, actor: localOperator('test'), onProgress: () => {} };
      await carryOut('release-collect', {}, context);
      return (await carryOut('release-verify', { name: 'second' }, context)).json;
    });
    expect(kept).toMatchObject({ ok: true });
  });
});
