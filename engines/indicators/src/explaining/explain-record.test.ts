import { afterAll, describe, expect, it } from 'vitest';
import { areas } from '../../test/areas.js';
import { grants, inForce, pendency } from '../../test/definitions.js';
import { insertEvents } from '../../test/events.js';
import { TestOffice } from '../../test/office.js';
import type { TestPatent } from '../../test/patents.js';
import type { ComputedDefinition } from '../definition.js';
import type { OpeningRequest } from '../opening/opening-request.js';
import { explainRecord } from './explain-record.js';

/** Cases of Shandong whose examination was requested in the years to 2023, or not. */
const cohort: TestPatent[] = [
  { number: '10', examination_requested_on: '2023-07-03' },
  { number: '11', examination_requested_on: '2023-01-01', closed_on: '2023-04-02', outcome: 'withdrawn' },
  { number: '12', examination_requested_on: '2023-12-02', closed_on: '2024-01-01', outcome: 'granted' },
  { number: '13', examination_requested_on: '2020-12-31', closed_on: '2023-04-02', outcome: 'granted' },
  { number: '14', examination_requested_on: '2022-06-01', closed_on: '2022-05-31', outcome: 'granted' },
  { number: '15', kind: 'design', examination_requested_on: '2022-06-01' },
].map((one) => ({ area: '370000', ...one }) as TestPatent);
const patents: TestPatent[] = [
  ...cohort,
  { number: '1', area: '440305', holder: '甲', granted_on: '2023-05-01', title: '题' },
  { number: '2', area: '440305', kind: 'plant', granted_on: '2023-05-31' },
  { number: '3', area: '440305', granted_on: '2023-06-01', ceased_on: '2023-06-30' },
  { number: '4', area: '440305' },
  { number: '5', area: '110000', granted_on: '2023-05-02' },
  {
    number: '6',
    area: '110000',
    granted_on: '2023-05-02',
    transfers: [{ on: '2023-04-01', areas: ['440300', '330000'] }],
  },
  { number: '7', area: '440000', examination_requested_on: '2022-01-31', closed_on: '2023-05-30', outcome: 'granted' },
  { number: '8', area: '440000', examination_requested_on: '2023-06-01', closed_on: '2023-05-30' },
  {
    number: '9',
    area: '440000',
    examination_requested_on: '2021-01-31',
    closed_on: '2023-05-30',
    dataset: 'synthetic',
  },
];
const office = await TestOffice.of(patents);
afterAll(() => office.close());

const asked = { area: '440000', period: '2023-05' };
async function why(definition: ComputedDefinition, number: string, change: Partial<OpeningRequest> = {}) {
  const request = { definition, ...asked, ...change, id: `CN:${number}` };
  const holdings = [{ office: 'CN', dataset: 'real' as const }];
  const found = await explainRecord(request, office.session, { areas, office: 'CN', holdings });
  if (found === null) throw new Error(`no record ${number}`);
  return found;
}
const told = ({ tests }: Awaited<ReturnType<typeof why>>) => tests.map(({ text, holds }) => [text, holds]);

describe('explainRecord', () => {
  it('tells every test of a record that counts, with what it looked at', async () => {
    const found = await why(grants, '1');
    expect(found).toMatchObject({
      ...{ indicator: 'patent-grants', id: 'CN:1', number: '1', title: '题', holder: '甲', kind: 'invention' },
      ...{ admitted: true, leftOutBy: null, countedOn: '2023-05-01', owner: null, measure: null },
      countsIn: [{ area: '440305', within: ['440305', '440300', '440000', 'CN-ML', 'CN', 'ALL'] }],
      holders: [
        { position: 1, name: '甲', area: '440305' },
        { position: 2, name: 'second', area: '650000' },
      ],
      sql: { admitted: true, leftOutBy: null, agrees: true },
    });
    expect(found.tests.map(({ source, text, holds, values }) => [source, text, holds, values])).toEqual([
      ['asked', "office = 'CN'", true, { office: 'CN' }],
      ['asked', "dataset = 'real'", true, { dataset: 'real' }],
      ['asked', 'counted in 440000', true, { counted_in: '440305' }],
      ['condition', "kind in ('invention', 'utility_model', 'design')", true, { kind: 'invention' }],
      ['dates', 'granted_on is not null', true, { granted_on: '2023-05-01' }],
      ['dates', 'granted_on in 2023-05', true, { granted_on: '2023-05-01' }],
    ]);
  });

  it.each([
    ['2', "kind in ('invention', 'utility_model', 'design')"],
    ['3', 'granted_on outside 2023-05'],
    ['4', 'granted_on is null'],
  ])('tells of record %s which test left it out, as the SQL does', async (number, leftOutBy) => {
    expect(await why(grants, number)).toMatchObject({
      admitted: false,
      leftOutBy,
      sql: { admitted: false, leftOutBy, agrees: true },
    });
  });

  it('tells that a record lies elsewhere, or is of another dataset or part', async () => {
    const elsewhere = { admitted: false, leftOutBy: null, agrees: true };
    expect(await why(grants, '5')).toMatchObject({ leftOutBy: 'not counted in 440000', sql: elsewhere });
    expect(await why(grants, '9')).toMatchObject({ leftOutBy: "dataset = 'real'", sql: elsewhere });
    expect(await why(grants, '1', { by: 'kind=design' })).toMatchObject({
      leftOutBy: "kind = 'design'",
      sql: elsewhere,
    });
  });

  it('tells of a stock that a right has gone, or is not there yet', async () => {
    expect(await why(inForce, '3')).toMatchObject({ leftOutBy: 'granted_on after 2023-05-31' });
    const gone = await why(inForce, '3', { period: '2023-06' });
    expect(gone).toMatchObject({ leftOutBy: 'ceased_on on or before 2023-06-30', sql: { agrees: true } });
    expect(told(gone).slice(-2)).toEqual([
      ['granted_on on or before 2023-06-30', true],
      ['ceased_on not on or before 2023-06-30', false],
    ]);
    expect((await why(inForce, '1')).admitted).toBe(true);
  });

  it('tells whose areas count where the owners do', async () => {
    const byOwner = { ...inForce, attribution: { holder: 'each', at: 'period-end' } } as const;
    const found = await why(byOwner, '6');
    expect(found).toMatchObject({
      admitted: true,
      owner: { name: 'owner 1', from: '2023-04-01', until: null },
      sql: { agrees: true },
    });
    expect(found.countsIn.map(({ area }) => area)).toEqual(['330000', '440300']);
    expect(await why(byOwner, '6', { area: '110000' })).toMatchObject({ admitted: false, sql: { agrees: true } });
    expect(await why(byOwner, '6', { area: '110000', period: '2023-03' })).toMatchObject({
      leftOutBy: 'granted_on after 2023-03-31',
      owner: { name: 'owner 0' },
    });
  });

  it.each([
    // 2023-05-30 lies 484 days behind 2022-01-31.
    ['7', { outcome: 'ended', until: '2023-05-30', value: 484 }],
    // 181 days from 2023-07-03 to the end of the year.
    ['10', { outcome: 'open', until: '2023-12-31', value: 181 }],
    // Withdrawn, so that it leaves: 31 + 28 + 31 + 1 days from 2023-01-01.
    ['11', { outcome: 'left', until: '2023-04-02', value: 91 }],
    // Granted on the first day of the year behind: 29 days from 2023-12-02 to the last day.
    ['12', { outcome: 'open', until: '2023-12-31', value: 29 }],
  ] as const)(
    'follows case %s of a survival median to its end, or to where it is censored',
    async (number, followed) => {
      const definition = pendency('days', { where: "kind = 'invention' and outcome = 'granted'" });
      const area = number === '7' ? '440000' : '370000';
      const ask = { area, period: '2023', statistic: 'survival-median' } as const;
      const found = await why(definition, number, ask);
      expect(found).toMatchObject({ admitted: true, leftOutBy: null, sql: { agrees: true } });
      expect(found.followed).toMatchObject({ firstDay: '2021-01-01', lastDay: '2023-12-31', ...followed });
      expect(found.followed?.months).toBeCloseTo(followed.value / 30.4375, 9);
      expect(found.countedOn).toBe(patents.find((one) => one.number === number)?.examination_requested_on);
      const ended = await why(definition, number, { ...ask, part: 'numerator' });
      expect(ended).toMatchObject({ admitted: followed.outcome === 'ended', sql: { agrees: true } });
    },
  );

  it.each([
    ['13', 'examination_requested_on outside 2021-01-01/2023-12-31'],
    ['14', 'closed_on before examination_requested_on'],
    ['15', "kind = 'invention'"],
  ])('tells why record %s is not in the cohort of a survival median', async (number, leftOutBy) => {
    const definition = pendency('days', { where: "kind = 'invention' and outcome = 'granted'" });
    const found = await why(definition, number, { area: '370000', period: '2023', statistic: 'survival-median' });
    expect(found).toMatchObject({ admitted: false, leftOutBy, followed: null, sql: { agrees: true } });
  });

  it('refuses a survival median of a month', async () => {
    const asked = why(pendency('days'), '7', { period: '2023-05', statistic: 'survival-median' });
    await expect(asked).rejects.toMatchObject({ code: 'period-wrong' });
  });

  it.each([
    ['days', 484, 15.901],
    ['boundaries', 16, 16],
    ['complete-months', 15, 15],
  ] as const)('measures 2022-01-31 → 2023-05-30 by %s', async (convention, value, months) => {
    const found = await why(pendency(convention), '7', { part: 'numerator' });
    expect(found.measure?.value).toBe(value);
    expect(found.measure?.months).toBeCloseTo(months, 3);
    expect(found).toMatchObject({ admitted: true, countedOn: '2023-05-30', sql: { agrees: true } });
    expect(told(found).at(-1)).toEqual(['within 16 months', true]);
  });

  it('tells whether a span of months is met', async () => {
    const spanned = (from: number, until: number) => why(pendency('days'), '7', { months: { from, until } });
    expect(await spanned(15, 16)).toMatchObject({ admitted: true, sql: { agrees: true } });
    expect(await spanned(16, 17)).toMatchObject({ leftOutBy: 'months outside 16..17', sql: { agrees: true } });
  });

  it('tells that the dates of a duration stand in reverse', async () => {
    expect(await why(pendency('days'), '8')).toMatchObject({
      leftOutBy: 'closed_on before examination_requested_on',
      measure: null,
      sql: { agrees: true },
    });
  });

  it('takes a test that joins others apart', async () => {
    const where = "kind = 'design' or not (granted_on < 2023-01-01) and title is not null";
    const { tests } = await why({ ...grants, where }, '1');
    const joined = tests.find(({ source }) => source === 'condition');
    expect(joined).toMatchObject({ holds: true, place: { line: 1, column: 1 } });
    expect(joined?.parts.map(({ text, holds, values }) => [text, holds, values])).toEqual([
      ["kind = 'design'", false, { kind: 'invention' }],
      ['granted_on < 2023-01-01', false, { granted_on: '2023-05-01' }],
      ['title is not null', true, { title: '题' }],
    ]);
  });

  it('says nothing of a record that is not there, and refuses what cannot be asked', async () => {
    const sources = { areas, office: 'CN', holdings: [] };
    expect(await explainRecord({ definition: grants, ...asked, id: "CN:'" }, office.session, sources)).toBeNull();
    await expect(why(grants, '1', { by: 'kind=none' })).rejects.toMatchObject({ code: 'breakdown-wrong' });
    await expect(why(grants, '1', { area: '449999x' })).rejects.toMatchObject({ code: 'area-unknown' });
    await expect(why(grants, '1', { period: '2023-13' })).rejects.toMatchObject({ code: 'period-wrong' });
  });

  it('shows a disagreement with the SQL', async () => {
    const session = Object.create(office.session) as typeof office.session;
    const rows: typeof office.session.rows = async (sql, parameters) =>
      sql.includes('"leftOutBy"') ? [] : office.session.rows(sql, parameters);
    session.rows = rows;
    session.registerTable = office.session.registerTable.bind(office.session);
    const sources = { areas, office: 'CN', holdings: [{ office: 'CN', dataset: 'real' as const }] };
    const found = await explainRecord({ definition: grants, ...asked, id: 'CN:1' }, session, sources);
    expect(found).toMatchObject({ admitted: true, sql: { admitted: false, agrees: false } });
  });
});

describe('explainRecord of lists, parts and conditions', async () => {
  const own = await TestOffice.of([
    {
      ...{ number: '1', area: '440305', granted_on: '2023-01-01', filed_on: '2013-06-30', holderType: 'university' },
      ipc: ['H01L 21/00', 'G06F 1/00'],
    },
    { number: '2', area: 'US', granted_on: '2023-01-01', filed_on: '2020-01-01' },
  ]);
  await insertEvents(own.session, [
    {
      id: 'CN:1',
      events: [
        { kind: 'pledge', on: '2021-01-01', amount: 500, reference: 'A' },
        { kind: 'pledge', on: '2022-01-01', amount: 5000, reference: 'B', told: 'deed' },
        { kind: 'pledge_release', on: '2023-12-01', reference: 'B', told: 'deed' },
        { kind: 'overseas_grant', on: '2022-05-05', country: 'US' },
      ],
    },
  ]);
  afterAll(() => own.close());
  const ask = async (definition: ComputedDefinition, number: string, change: Partial<OpeningRequest> = {}) => {
    const request = { definition, area: 'ALL', period: '2023', ...change, id: `CN:${number}` };
    const holdings = [{ office: 'CN', dataset: 'real' as const }];
    const found = await explainRecord(request, own.session, { areas, office: 'CN', holdings });
    if (found === null) throw new Error(`no record ${number}`);
    expect(found.sql.agrees).toBe(true);
    return found;
  };
  const least = {
    ...({ name: 'least', type: 'integer', value: 1000, source: null, provisional: true } as const),
    names: { 'zh-Hans': '下限', 'zh-Hant': '下限', en: 'least' },
  };

  it('tells the parameter and the events that a test looked at, also those that it refuses', async () => {
    const where = "has(pledge, amount >= $least) and classified('ipc', 'H01L')";
    const { tests, admitted } = await ask({ ...grants, where, parameters: [least] }, '1');
    expect(admitted).toBe(true);
    const [pledged, classified] = tests.filter(({ source }) => source === 'condition');
    expect(pledged).toMatchObject({
      text: 'has(pledge, amount >= $least)',
      leavesOutBy: 'has(pledge, amount >= 1000)',
      values: {
        $least: 1000,
        events: [
          { kind: 'pledge', on: '2021-01-01', amount: 500, reference: 'A' },
          { kind: 'pledge', on: '2022-01-01', amount: 5000, reference: 'B' },
        ],
      },
    });
    expect(classified?.values).toMatchObject({ classes: [{ symbol: 'H01L 21/00' }, { symbol: 'G06F 1/00' }] });
    const left = await ask({ ...grants, where, parameters: [least] }, '2');
    expect(left).toMatchObject({ admitted: false, leftOutBy: 'has(pledge, amount >= 1000)' });
  });

  it('tells that the first holder is from elsewhere', async () => {
    const scoped = { ...grants, scope: 'CN-ML' };
    expect(await ask(scoped, '2')).toMatchObject({ admitted: false, leftOutBy: 'in CN-ML' });
    expect((await ask(scoped, '1')).tests.find(({ source }) => source === 'scope')).toMatchObject({ holds: true });
  });

  it.each([
    ['holder_type=university', true],
    ['holder_type=enterprise', false],
    ['ipc_section=G', true],
    ['ipc_subclass=H01L,holder_type=university', true],
    ['ipc_subclass=H01M', false],
    ['holder_type=not-told', false],
    ['outcome=not-told', true],
    ['ipc_section=not-told', false],
  ])('tells whether a record is of the part %s', async (by, admitted) => {
    expect(await ask(grants, '1', { by })).toMatchObject({ admitted, sql: { admitted } });
  });

  const names = { 'zh-Hans': 'x', 'zh-Hant': 'x', en: 'x' };
  const conditions = [
    { id: 'old', names, where: null, dates: { from: 'filed_on + 10 years', until: null }, events: null },
    {
      ...{ id: 'pledged', names, where: null, dates: null },
      events: { kind: 'pledge', endedBy: 'pledge_release', where: 'amount >= $least' },
    },
  ];
  const stock = { ...inForce, conditions, parameters: [least] };

  it('tells from when until when each condition of a stock holds', async () => {
    // Filed 2013-06-30: old from 2023-06-30 on; pledged with 5,000 from 2022-01-01 until its release on 2023-12-01.
    const at = async (period: string) => {
      const { admitted, leftOutBy, conditions: met } = await ask(stock, '1', { period });
      return [admitted, leftOutBy, met.map(({ holds }) => holds)];
    };
    expect((await ask(stock, '1')).conditions).toEqual([
      { id: 'old', holds: true, intervals: [{ from: '2023-06-30', until: null }] },
      { id: 'pledged', holds: false, intervals: [{ from: '2022-01-01', until: '2023-12-01' }] },
    ]);
    expect(await at('2023-11')).toEqual([true, null, [true, true]]);
    expect(await at('2023-05')).toEqual([true, null, [false, true]]);
    expect(await at('2023-12')).toEqual([true, null, [true, false]]);
    expect((await ask(stock, '2')).leftOutBy).toBe('none of old, pledged on 2023-12-31');
  });

  it('tells whether a record is of those that meet both', async () => {
    expect((await ask(stock, '1', { by: 'condition=old+pledged', period: '2023-11' })).admitted).toBe(true);
    expect((await ask(stock, '1', { by: 'condition=old+pledged' })).leftOutBy).toBe("condition = 'old+pledged'");
  });
});
