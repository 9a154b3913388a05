import { copyFileSync, cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureRow } from '@zhiheng/indicators';
import type { RecordsAnswer } from '@zhiheng/office';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SmallOffice } from './small-office.js';

/** B64G1/10 belongs to satellites among the strategic industries, A47C to none of them. */
const table = `n,f,g,c,s,b
202010000001,2018-01-05,2020-01-01,,B64G1/10,广东省深圳市南山区
201010000002,2010-05-01,2012-01-01,,A47C1/02,广东省深圳市南山区
201810000003,2018-01-05,2020-01-01,,A47C1/02,北京市海淀区
201810000004,2018-01-05,2020-01-01,,A47C1/02,广东省广州市
201810000005,2018-01-05,2020-01-01,,A47C1/02,广东省广州市
201810000006,2018-01-05,2020-01-01,2023-02-01,B64G1/10,广东省广州市
201810000007,2018-01-05,2020-01-01,,A47C1/02,广东省广州市
201810000008,2018-01-05,2020-01-01,,B64G1/10,香港特别行政区
`;
const mapping = `table: patents
columns: { number: n, filed_on: f, granted_on: g, ceased_on: c, classes: s, address: b }
defaults: { office: CN, kind: invention }
covers:
  kinds: [invention]
  filed: [2010-01-01, 2023-12-31]
  granted: [2010-01-01, 2023-12-31]
  ceased: [2010-01-01, 2023-12-31]
  in_force_from: 2010-01-01
  completeness: full
`;
const deeds = `登记号,专利,登记日,金额
P1,201810000004,2022-01-01,6000000
P2,201810000005,2022-01-01,4000000
`;
const deedMapping = `table: deeds
columns: { number: 登记号, patents: 专利, recorded_on: 登记日, amount: 金额 }
defaults: { office: CN, kind: pledge, currency: CNY }
covers: { recorded: [2010-01-01, 2023-12-31], completeness: full }
`;
const events = `n,e,d
201810000003,海外授权,2021-03-03
201810000006,奖,2022-06-01
`;
const eventMapping = `table: patent_events
columns: { number: n, event: { from: e, codes: { 海外授权: overseas_grant, 奖: award } }, event_on: d }
defaults: { office: CN }
`;

const small = new SmallOffice();
const id = 'high-value-inventions-in-force';
beforeAll(async () => {
  const shipped = join(import.meta.dirname, '../../../definitions');
  copyFileSync(join(shipped, `indicators/${id}.yaml`), join(small.definitions, `indicators/${id}.yaml`));
  cpSync(join(shipped, 'classifications'), join(small.definitions, 'classifications'), { recursive: true });
  for (const [name, text, map] of [
    ['t', table, mapping],
    ['d', deeds, deedMapping],
    ['e', events, eventMapping],
  ] as const) {
    writeFileSync(join(small.path, `${name}.csv`), text);
    writeFileSync(join(small.path, `${name}.yaml`), map);
    await small.run('load', { paths: [join(small.path, `${name}.csv`)], mapping: join(small.path, `${name}.yaml`) });
  }
  await small.run('release-create', { name: 'r' });
  await small.run('compute', { effective: '2023-12-31' });
}, 60_000);
afterAll(() => small.remove());

const figure = async (period: string[], by?: string, area = 'CN-ML') => {
  const input = { indicator: id, area: [area], period, origin: 'computed', ...(by === undefined ? {} : { by }) };
  return (await small.run('figure', input)).json as FigureRow[];
};
const opened = async (period: string, by?: string) => {
  const input = { indicator: id, area: 'CN-ML', period, ...(by === undefined ? {} : { by }) };
  return ((await small.run('records', input)).json as RecordsAnswer).rows.map((row) => Number(row.id.slice(-1)));
};

describe('high-value inventions', () => {
  it('are those of the mainland in force that meet any of the five conditions, each once', async () => {
    // By hand. 2021: satellites 1 and 6, ten years 2, overseas 3. 2022: the large pledge 4 too. 2023: 6 has lapsed.
    // A zero is not told: of awards and grants abroad no list is known to be whole.
    const rows = await figure(['2019', '2020', '2021', '2022', '2023']);
    expect(rows.map(({ value }) => value)).toEqual([null, 3, 4, 5, 4]);
    expect(await opened('2022')).toEqual([2, 1, 3, 4, 6].sort((a, b) => order(a) - order(b)));
    expect((await figure(['2022'], undefined, '440000')).map(({ value }) => value)).toEqual([4]);
  });

  it('by condition: the union is at least the largest condition and at most their sum, and overlaps are told', async () => {
    const rows = await figure(['2022'], 'condition');
    const parts = new Map(rows.map(({ breakdown, value }) => [breakdown.condition ?? '', value ?? 0]));
    expect(Object.fromEntries([...parts].filter(([, value]) => value !== 0))).toEqual({
      ...{ 'strategic-industry': 2, 'granted-overseas': 1, 'over-ten-years': 1, pledged: 1, awarded: 1 },
      'strategic-industry+awarded': 1,
    });
    const each = [...parts].filter(([part]) => !part.includes('+')).map(([, value]) => value);
    const sum = each.reduce((total, value) => total + value, 0);
    const [union = 0] = (await figure(['2022'])).map(({ value }) => value ?? 0);
    expect(union).toBeGreaterThanOrEqual(Math.max(...each));
    expect(union).toBeLessThan(sum);
    // What meets two conditions is told twice in their sum.
    expect(union).toBe(sum - (parts.get('strategic-industry+awarded') ?? 0));
    expect(await opened('2022', 'condition=strategic-industry+awarded')).toEqual([6]);
  });
});

/** Records are told by their numbers: the second was filed in 2010, the first under a number of 2020. */
const order = (at: number) => (at === 2 ? 0 : at === 1 ? 9 : at);
