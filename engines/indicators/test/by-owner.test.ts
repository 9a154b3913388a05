import { describe, expect, it } from 'vitest';
import { observationSql } from '../src/compute/observation-sql.js';
import type { Attribution, ComputedDefinition } from '../src/definition.js';
import { covered, coveredAll } from './coverage.js';
import { applications, grants, inForce } from './definitions.js';
import { TestOffice } from './office.js';
import type { TestPatent } from './patents.js';

const [guangdong, beijing, sichuan] = ['440305', '110108', '510100'];
const records = coveredAll('2018-01-01', '2023-12-31');
const deeds = covered('recorded', '2018-01-01', '2023-12-31', { table: 'recordals', kinds: null });
const by = <One extends ComputedDefinition>(
  definition: One,
  holder: Attribution['holder'],
  at: Attribution['at'],
): One => ({
  ...definition,
  attribution: { holder, at },
});

describe('a patent that goes from Guangdong to Beijing on 30 June', async () => {
  const moved: TestPatent = {
    number: 'A',
    area: guangdong,
    others: [],
    holder: '甲公司',
    filed_on: '2022-03-01',
    granted_on: '2023-02-01',
    ceased_on: '2023-10-15',
    transfers: [{ on: '2023-06-30', areas: [beijing] }],
  };
  const office = await TestOffice.of([moved], { coverage: [...records, deeds] });
  const stock = by(inForce, 'first', 'period-end');
  const values = async (definition: ComputedDefinition, period: string) => {
    const rows = await office.figure(definition, { areas: ['440000', '110000', 'CN'], periods: [period] });
    return rows.map(({ value }) => value);
  };

  it.each([
    ['2023-01', [0, 0, 0]],
    ['2023-05', [1, 0, 1]],
    ['2023-06', [0, 1, 1]],
    ['2023-Q3', [0, 1, 1]],
    ['2023-10', [0, 0, 0]],
  ])('counts in the stock of %s where it is owned: %o', async (period, expected) => {
    expect(await values(stock, period)).toEqual(expected);
  });

  it('stays where it was filed from in the stock as filed, and in both flows', async () => {
    expect(await values(inForce, '2023-Q3')).toEqual([1, 0, 1]);
    expect(await values(applications, '2022')).toEqual([1, 0, 1]);
    expect(await values(grants, '2023')).toEqual([1, 0, 1]);
  });

  it('counts in a flow by owners where it was owned on the day', async () => {
    expect(await values(by(grants, 'first', 'event'), '2023')).toEqual([1, 0, 1]);
    const late = await TestOffice.of([{ ...moved, granted_on: '2023-06-30' }], { coverage: [...records, deeds] });
    const [gd, bj] = await late.figure(by(grants, 'first', 'event'), {
      areas: ['440000', '110000'],
      periods: ['2023'],
    });
    expect([gd?.value, bj?.value]).toEqual([0, 1]);
  });

  it('opens to itself in the area where it counts, with whose it was then', async () => {
    const opened = await office.open({ definition: stock, area: '110000', period: '2023-06' });
    expect(opened).toMatchObject({ total: 1, visible: 1 });
    expect(opened.rows[0]).toMatchObject({ holder: '甲公司', area: guangdong, owner: 'owner 1', counted_in: beijing });
    expect((await office.open({ definition: stock, area: '440000', period: '2023-06' })).total).toBe(0);
    const before = await office.open({ definition: stock, area: '440000', period: '2023-05' });
    expect(before.rows[0]).toMatchObject({ owner: 'owner 0', counted_in: guangdong });
    const left = await office.open({ definition: stock, area: '110000', period: '2023-10', leftOut: true });
    expect(left.rows.map(({ leftOutBy }) => leftOutBy)).toEqual(['ceased_on on or before 2023-10-31']);
  });

  it('is asked for by the area it was filed from, wherever it counts', async () => {
    const fromGuangdong = { ...stock, where: `area = '${guangdong}'` };
    expect(await values(fromGuangdong, '2023-06')).toEqual([0, 1, 1]);
    expect(await values({ ...stock, where: `area = '${beijing}'` }, '2023-06')).toEqual([0, 0, 0]);
  });
});

describe('transfers around the life of a right', async () => {
  const life = { area: guangdong, others: [], granted_on: '2023-02-10', ceased_on: '2023-08-10' };
  const office = await TestOffice.of(
    [
      { ...life, number: 'before', transfers: [{ on: '2022-12-01', areas: [beijing] }] },
      { ...life, number: 'behind', transfers: [{ on: '2023-09-01', areas: [beijing] }] },
      {
        ...life,
        number: 'twice in a day',
        transfers: [
          { on: '2023-04-01', areas: [beijing] },
          { on: '2023-04-01', areas: [sichuan] },
        ],
      },
      { ...life, number: 'no day', transfers: [{ on: null, areas: [beijing] }] },
      { number: 'nobody', granted_on: '2023-02-10', transfers: [{ on: '2023-05-01', areas: [sichuan] }] },
    ],
    { coverage: [...records, deeds] },
  );

  it.each([
    ['2023-03', [3, 1, 0, 1]],
    ['2023-04', [2, 1, 1, 1]],
    ['2023-05', [2, 1, 2, 0]],
    ['2023-08', [0, 0, 1, 0]],
  ])('leave at the end of %s in Guangdong, Beijing, Sichuan and nowhere: %o', async (period, expected) => {
    const areas = ['440000', '110000', '510000', 'XX'];
    const rows = await office.figure(by(inForce, 'first', 'period-end'), { areas, periods: [period] });
    expect(rows.map(({ value }) => value)).toEqual(expected);
  });
});

describe('a joint application of Guangdong and Guangxi', async () => {
  const joint: TestPatent = { number: 'J', area: guangdong, others: ['450100', '440100'], filed_on: '2023-05-05' };
  const office = await TestOffice.of([joint], { coverage: records });
  const areas = ['440000', '450000', 'CN-ML', 'CN', 'ALL', '440300', '440100'];
  const values = async (holder: Attribution['holder']) =>
    (await office.figure(by(applications, holder, 'filing'), { areas, periods: ['2023'] })).map(({ value }) => value);

  it('is counted once by its first holder, in both provinces by each, and once in China', async () => {
    expect(await values('first')).toEqual([1, 0, 1, 1, 1, 1, 0]);
    expect(await values('each')).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('opens in both provinces, and once in China', async () => {
    for (const area of ['440000', '450000', 'CN']) {
      const opened = await office.open({ definition: by(applications, 'each', 'filing'), area, period: '2023' });
      expect(opened.rows).toMatchObject([{ id: 'CN:J', area: guangdong, counted_in: '440100+440305+450100' }]);
    }
  });

  it('counts in its counties too', async () => {
    const request = { areas: [guangdong ?? ''], periods: ['2023'] };
    expect(await office.one(by(applications, 'each', 'filing'), request)).toMatchObject({ value: 1 });
  });
});

describe('what a figure by owners needs', async () => {
  const patent: TestPatent = { number: 'A', area: guangdong, others: [], granted_on: '2023-02-01' };
  const at = { areas: ['440000'], periods: ['2023-06'] };

  it('is provisional where the deeds are not known in full', async () => {
    const office = await TestOffice.of([patent], { coverage: records });
    expect(await office.one(inForce, at)).toEqual({ value: 1, status: 'final' });
    expect(await office.one(by(inForce, 'first', 'period-end'), at)).toEqual({ value: 1, status: 'provisional' });
    const flow = { areas: ['440000'], periods: ['2023-02'] };
    expect(await office.one(by(grants, 'first', 'event'), flow)).toEqual({ value: 1, status: 'provisional' });
    const known = await TestOffice.of([patent], { coverage: [...records, deeds] });
    expect(await known.one(by(inForce, 'first', 'period-end'), at)).toEqual({ value: 1, status: 'final' });
    expect(await known.one(by(grants, 'first', 'event'), flow)).toEqual({ value: 1, status: 'final' });
  });

  it('is SQL that asks for owners only where they count', () => {
    expect(observationSql(inForce)).not.toContain('patent_owners');
    expect(observationSql(by(inForce, 'each', 'filing'))).not.toContain('patent_owners');
    expect(observationSql(by(inForce, 'each', 'period-end'))).toContain('patent_owners');
    expect(observationSql(by(grants, 'first', 'event'))).toContain('owner.from_on');
  });
});
