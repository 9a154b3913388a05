import { dayFromNumber, dayNumber } from '@zhiheng/vocabulary';
import { afterAll, describe, expect, it } from 'vitest';
import { type Made, MadeOffice } from '../../test/made-office.js';
import type { TextGroup } from '../near/model.js';

const offices: MadeOffice[] = [];
afterAll(() => {
  for (const office of offices) office.close();
});
async function office(applications: Readonly<Record<string, Made>>, related: [string, string][] = []) {
  const made = await MadeOffice.of(applications, related);
  offices.push(made);
  return made;
}
/** So many applications, told by their place from 1. */
const many = (name: string, number: number, of: (at: number) => Made) =>
  Object.fromEntries(
    Array.from({ length: number }, (_, at) => [`CN:${name}${String(at + 1).padStart(2, '0')}`, of(at + 1)]),
  );
const after = (day: string, days: number) => dayFromNumber(dayNumber(day) + days);

describe('bursts', () => {
  const before = many('old', 12, (at) => ({
    filed: `2022-${String(at).padStart(2, '0')}-15`,
    holder: '甲',
    inventors: ['i'],
  }));

  it('are days with ten and five times the monthly mean, of few inventors', async () => {
    const made = await office({
      ...before,
      ...many('new', 10, () => ({ filed: '2023-01-09', holder: '甲', inventors: ['i', 'j'] })),
    });
    const { findings, ids } = await made.detect('filing-burst');
    expect(ids).toHaveLength(10);
    expect(ids.every((id) => id.startsWith('CN:new'))).toBe(true);
    const days = (from: (typeof findings)[number] | undefined) => from?.evidence.others.map(({ facts }) => facts.filed);
    expect(days(findings[0])).toEqual(Array(9).fill('2023-01-09'));
    // One a month before; ten on a day, of two inventors.
    expect(findings[0]).toMatchObject({
      statistic: 10,
      evidence: {
        facts: {
          unit: 'day',
          period: '2023-01-09',
          filings: 10,
          usualMonth: 1,
          monthsBefore: 12,
          times: 10,
          perInventor: 5,
        },
        total: 9,
      },
    });
  });

  it('are none of a holder that always files so much, of one with inventors enough, and of nine', async () => {
    const usual = many('big', 24, (at) => ({
      filed: `2022-${String(Math.ceil(at / 2)).padStart(2, '0')}-15`,
      holder: '大',
    }));
    const made = await office({
      ...usual,
      ...many('bignew', 9, () => ({ filed: '2023-01-09', holder: '大' })),
      ...many('staff', 10, (at) => ({ filed: '2023-01-09', holder: '多', inventors: [`s${at}`] })),
    });
    expect((await made.detect('filing-burst')).ids).toEqual([]);
    // Nine against two a month are 4.5 times, which is less than five times and more than four.
    const lower = await made.detect('filing-burst', { thresholds: { day: 9, times: 4 } });
    expect(lower.ids).toHaveLength(9);
  });

  it('except universities, and judge nobody where the release reaches back less than six months', async () => {
    const run = many('uni', 10, () => ({ filed: '2023-01-09', holder: '大学', type: 'university' }));
    const told = await (await office({ ...before, ...run })).detect('filing-burst');
    expect(told).toMatchObject({ findings: [], excepted: { universities: 10 } });
    const short = await (await office({ 'CN:1': { filed: '2022-08-01', holder: '乙' }, ...run })).detect(
      'filing-burst',
    );
    expect(short).toMatchObject({ findings: [], withoutCohort: 10 });
  });
});

describe('scattered filings', () => {
  const group = (members: string[]): TextGroup => ({
    ...{ core: members[0] ?? '', members: members.slice(1), pairs: [] },
    lineage: { mergedFrom: [], splitFrom: null },
  });
  const of = (holder: string, area: string, more: Partial<Made> = {}): Made => ({
    filed: '2022-05-01',
    holder,
    area,
    ...more,
  });

  it('are found where a chain of agents and addresses connects holders of several places', async () => {
    const made = await office({
      'CN:1': of('甲', '440300', { agent: 'g', address: '一号' }),
      'CN:2': of('乙', '110000', { agent: 'g' }),
      'CN:3': of('丙', '310000', { address: '一 号' }),
      'CN:4': of('丁', '510000', { agency: '代' }),
    });
    const { findings, ids } = await made.detect('scattered-filing', {
      groups: [group(['CN:1', 'CN:2', 'CN:3', 'CN:4'])],
    });
    // The fourth shares nothing but a text.
    expect(ids).toEqual(['CN:1', 'CN:2', 'CN:3']);
    expect(findings[0]?.evidence).toMatchObject({
      facts: { members: 3, holders: 3, areas: 3, 'shared-agent': 1, 'shared-address': 1, 'shared-inventor': 0 },
      others: [
        { application: 'CN:2', facts: { through: 'agent' } },
        { application: 'CN:3', facts: { through: 'address' } },
      ],
    });
  });

  it('are found in one place where they follow each other, and not where all are of one day', async () => {
    const chain = (gap: number) =>
      many('s', 3, (at) => of(`h${at}`, '440300', { agent: 'g', filed: after('2022-05-01', at * gap) }));
    const groups = [group(['CN:s01', 'CN:s02', 'CN:s03'])];
    expect((await (await office(chain(20))).detect('scattered-filing', { groups })).ids).toHaveLength(3);
    expect((await (await office(chain(0))).detect('scattered-filing', { groups })).ids).toEqual([]);
    expect((await (await office(chain(40))).detect('scattered-filing', { groups })).ids).toEqual([]);
  });

  it('are none of one holder, and except a family', async () => {
    const one = many('s', 3, (at) => of('甲', ['440300', '110000', '310000'][at - 1] ?? '', {}));
    const groups = [group(['CN:s01', 'CN:s02', 'CN:s03'])];
    expect((await (await office(one)).detect('scattered-filing', { groups })).ids).toEqual([]);
    const family = many('s', 3, (at) => of(`h${at}`, `${at}10000`, { agent: 'g', family: 'F' }));
    expect(await (await office(family)).detect('scattered-filing', { groups })).toMatchObject({
      ...{ findings: [], excepted: { 'same-family': 3 } },
    });
  });
});

describe('early transfers', () => {
  const sold = (at: number, days: number, to = `买${at}`): Made => ({
    ...{ filed: '2022-01-01', holder: '甲', sold: { to, on: after('2022-01-01', days) } },
  });

  it('are three within a year of filing', async () => {
    const made = await office({
      'CN:1': sold(1, 100),
      'CN:2': sold(2, 200),
      'CN:3': sold(3, 365),
      'CN:4': sold(4, 366),
    });
    const { findings, ids } = await made.detect('early-transfer');
    expect(ids).toEqual(['CN:1', 'CN:2', 'CN:3']);
    expect(findings[0]).toMatchObject({
      statistic: 3,
      evidence: { facts: { days: 100, transfers: 3, buyers: 3, holder: '甲' }, total: 2 },
    });
    const fewer = await office({ 'CN:1': sold(1, 100), 'CN:2': sold(2, 200), 'CN:4': sold(4, 366) });
    expect((await fewer.detect('early-transfer')).ids).toEqual([]);
  });

  it('except buyers whom the release connects with the seller', async () => {
    const made = await office({ 'CN:1': sold(1, 9, '子公司'), 'CN:2': sold(2, 9), 'CN:3': sold(3, 9) }, [
      ['子公司', '甲'],
    ]);
    expect(await made.detect('early-transfer')).toMatchObject({ findings: [], excepted: { 'related-parties': 1 } });
  });
});

describe('inventors', () => {
  const of = (holder: string, symbol: string, filed = '2022-01-01', type = 'enterprise'): Made => ({
    ...{ filed, holder, symbol, type, inventors: ['i'] },
  });

  /** Something was filed long before, by somebody else: names are compared with ten years. */
  const long = { 'CN:0': { filed: '2014-01-01' } };
  const five = {
    ...long,
    'CN:1': of('甲', 'A01B'),
    'CN:2': of('乙', 'B02C', '2022-06-01'),
    'CN:3': of('丙', 'C03D', '2023-01-01'),
    'CN:4': of('丁', 'C03D', '2023-06-01'),
    'CN:5': of('戊', 'C03D', '2023-12-31'),
  };
  const ids = ['CN:1', 'CN:2', 'CN:3', 'CN:4', 'CN:5'];

  it('are named with five holders in three fields within two years', async () => {
    const found = await (await office(five)).detect('inventor-spread');
    expect(found.ids).toEqual(ids);
    expect(found.findings[0]?.evidence.facts).toMatchObject({
      ...{ filings: 5, holders: 5, unrelatedHolders: 5, fields: 3, expected: 0 },
    });
    const late = { ...five, 'CN:5': of('戊', 'C03D', '2024-01-02') };
    expect((await (await office(late)).detect('inventor-spread')).ids).toEqual([]);
    const two = { ...five, 'CN:2': of('乙', 'A01D', '2022-06-01') };
    expect((await (await office(two)).detect('inventor-spread')).ids).toEqual([]);
  });

  it('are not named where the name comes up as often at other times, or there is no other time to compare with', async () => {
    // Five in 730 of 3,652 days; ten elsewhere would be 10 × 730 / 2,922 = 2.5 in as many days, and four times that is more than five.
    const before = (count: number) => many('old', count, (at) => of(`旧${at}`, 'A01B', `20${14 + (at % 7)}-05-01`));
    const common = await (await office({ ...five, ...before(10) })).detect('inventor-spread');
    expect(common.ids).toEqual([]);
    // Of five: 1.25, and four times that is five.
    const rare = await (await office({ ...five, ...before(5) })).detect('inventor-spread');
    expect(rare.ids).toEqual(ids);
    expect(rare.findings[0]?.evidence.facts.expected).toBeCloseTo((5 * 730) / (3652 - 730), 9);
    const { 'CN:0': _, ...short } = five;
    expect(await (await office(short)).detect('inventor-spread')).toMatchObject({ findings: [], withoutCohort: 5 });
  });

  it('except connected holders and universities', async () => {
    const made = await office(five, [['乙', '丙']]);
    expect(await made.detect('inventor-spread')).toMatchObject({ findings: [], excepted: { 'related-parties': 5 } });
    const study = await office({ ...five, 'CN:3': of('丙大学', 'C03D', '2023-01-01', 'university') });
    expect(await study.detect('inventor-spread')).toMatchObject({ findings: [], excepted: { universities: 5 } });
  });
});

describe('agencies', () => {
  it('lie above the funnel with more bad ends than chance allows', async () => {
    const ended =
      (agency: string, bad: number) =>
      (at: number): Made => ({
        ...{ filed: '2022-01-01', agency, outcome: at <= bad ? (at % 2 === 0 ? 'refused' : 'withdrawn') : 'granted' },
      });
    const made = await office({
      ...many('a', 20, ended('坏', 18)),
      ...many('b', 80, ended('好', 12)),
      // Nineteen are too few to judge.
      ...many('c', 19, ended('小', 19)),
      ...many('d', 30, () => ({ filed: '2022-01-01', agency: '坏' })),
    });
    const { findings, ids } = await made.detect('agency-outcomes');
    expect(ids).toHaveLength(18);
    expect(ids.every((id) => id.startsWith('CN:a'))).toBe(true);
    expect(findings[0]?.evidence.others.map(({ facts }) => facts)).toEqual(Array(17).fill({ filed: '2022-01-01' }));
    // 49 of all 119 ended badly; of twenty, so many or more come out with a chance below a thousandth from sixteen on.
    expect(findings[0]?.evidence.facts).toMatchObject({
      agency: '坏',
      ended: 20,
      badly: 18,
      share: 0.9,
      shareOfAll: 49 / 119,
      limit: 16,
    });
  });
});
