import { afterAll, describe, expect, it } from 'vitest';
import { planAdmission } from '../src/admission/admission-plan.js';
import { openingParts } from '../src/admission/opening-parts.js';
import { placedRelation } from '../src/admission/placed.js';
import { computeSets } from '../src/compute/compute-sets.js';
import { explainRecord } from '../src/explaining/explain-record.js';
import { fewestHolders, sharesAround, wholeShare } from '../src/record/shares.js';
import { areas } from './areas.js';
import { coveredAll } from './coverage.js';
import { grants, inForce } from './definitions.js';
import { TestOffice } from './office.js';
import type { TestPatent } from './patents.js';

// Nanshan lies in Shenzhen, Shenzhen and Guangzhou in Guangdong, Nanning in Guangxi.
const [nanshan, shenzhen, guangzhou, nanning] = ['440305', '440300', '440100', '450100'];
const patents: TestPatent[] = [
  { number: 'one', area: nanshan, others: [], granted_on: '2023-01-10' },
  { number: 'two', area: shenzhen, others: [guangzhou], granted_on: '2023-01-20', ceased_on: '2023-05-01' },
  { number: 'three', area: nanshan, others: [nanning, 'US-CA'], granted_on: '2023-02-03' },
  { number: 'again', area: shenzhen, others: [nanshan, nanning], granted_on: '2023-02-10', kind: 'design' },
  { number: 'nobody', granted_on: '2023-02-28' },
];
const shared = { holder: 'fractional', at: 'filing' } as const;
const flow = { ...grants, attribution: shared };
const stock = { ...inForce, attribution: shared };
const scope = { areas, from: '2023-01-01', until: '2023-12-31' };
const sources = { areas, office: 'CN', holdings: [] };

const office = await TestOffice.of(patents, { coverage: coveredAll('2018-01-01', '2023-12-31') });
const sets = await computeSets([flow, stock], office.session, scope);
afterAll(() => office.close());

const told = (id: string, area: string, period: string, breakdown: string | null = null) => {
  const found = sets.get(id)?.find((row) => row.area === area && row.period === period && row.breakdown === breakdown);
  return found === undefined ? null : [found.value, found.n];
};

describe('records that holders share', () => {
  // [value, n]; a third of `three` and two thirds of `again` lie in Shenzhen, half of `two` in Guangzhou.
  it.each([
    [shenzhen, '2023', [1 + 1 / 2 + 1 / 3 + 2 / 3, 4]],
    [shenzhen, '2023-01', [1 + 1 / 2, 2]],
    [shenzhen, '2023-02', [1, 2]],
    [guangzhou, '2023', [1 / 2, 1]],
    ['440000', '2023-01', [2, 2]],
    ['440000', '2023', [3, 4]],
    ['450000', '2023', [2 / 3, 2]],
    ['CN', '2023-02', [2 / 3 + 1, 2]],
    ['CN-ML', '2023-Q1', [11 / 3, 4]],
    ['US', '2023-H1', [1 / 3, 1]],
    ['XX', '2023', [1, 1]],
    ['ALL', '2023', [5, 5]],
    ['440000', '2023-03', null],
  ])('are granted in %s in %s: %j', (area, period, expected) => {
    const found = told(flow.id, area, period);
    expect(found?.[1]).toBe(expected?.[1]);
    if (expected !== null) expect(found?.[0]).toBeCloseTo(expected[0] as number, 12);
    else expect(found).toBeNull();
  });

  it.each([
    [shenzhen, '2023-01', [3 / 2, 2]],
    [shenzhen, '2023-04', [5 / 2, 4]],
    [shenzhen, '2023-05', [2, 3]],
    [guangzhou, '2023-04', [1 / 2, 1]],
    [guangzhou, '2023-05', null],
    ['440000', '2023', [2, 3]],
    ['CN', '2023-Q1', [11 / 3, 4]],
    ['CN', '2023', [8 / 3, 3]],
    ['ALL', '2023', [4, 4]],
  ])('are in force in %s at the end of %s: %j', (area, period, expected) => {
    const found = told(stock.id, area, period);
    expect(found?.[1]).toBe(expected?.[1]);
    if (expected !== null) expect(found?.[0]).toBeCloseTo(expected[0] as number, 12);
    else expect(found).toBeNull();
  });

  it('are told by kind, in whole numbers where they are whole', () => {
    expect(told(flow.id, '440000', '2023', 'kind=design')?.[0]).toBeCloseTo(2 / 3, 12);
    expect(told(flow.id, 'ALL', '2023', 'kind=invention')).toEqual([4, 4]);
    expect(told(flow.id, 'ALL', '2023', 'kind=design')).toEqual([1, 1]);
  });

  it('are told for counties too', async () => {
    const rows = await office.figure(flow, { areas: [nanshan as string], periods: ['2023'] });
    expect(rows[0]?.value).toBeCloseTo(1 + 1 / 3 + 1 / 3, 12);
  });

  it.each([flow, stock])('open with their shares, which add up to the figure: $id', async (definition) => {
    const plan = planAdmission([flow, stock]);
    for (const { name, sql } of openingParts(plan, 'admission', null)) await office.session.keep(name, sql);
    const admission = {
      ...{ relation: 'admission', tests: plan.tests.map(({ text }) => text), stages: null },
      ...{ placed: placedRelation(shared), cards: 'record_card', owners: null },
    };
    for (const area of ['ALL', 'CN', '440000', '440300', '440100', '450000', 'US', 'XX']) {
      for (const period of ['2023-01', '2023-02', '2023']) {
        const request = { definition, area, period };
        const opened = await office.open(request);
        const sum = opened.rows.reduce((all, { share }) => all + (share ?? Number.NaN), 0);
        const [value = 0, n = 0] = told(definition.id, area, period) ?? [];
        expect(opened.total, `${area} ${period}`).toBe(n);
        expect(sum, `${area} ${period}`).toBeCloseTo(value, 12);
        const kept = await office.open(request, {}, admission);
        expect(kept).toEqual(opened);
      }
    }
  });

  it('say their share and all their areas, and left out have none', async () => {
    const opened = await office.open({ definition: flow, area: shenzhen as string, period: '2023-02' });
    expect(opened.rows.map(({ number, share, counted_in }) => [number, share, counted_in])).toEqual([
      ['again', 2 / 3, '440300+440305+450100'],
      ['three', 1 / 3, '440305+450100+US-CA'],
    ]);
    const left = await office.open({ definition: flow, area: shenzhen as string, period: '2023-02', leftOut: true });
    expect(left.rows.map(({ number, share }) => [number, share])).toEqual([
      ['one', null],
      ['two', null],
    ]);
    const each = { ...flow, attribution: { holder: 'each', at: 'filing' } } as const;
    expect(await office.open({ definition: each, area: shenzhen as string, period: '2023-02' })).not.toHaveProperty(
      'rows.0.share',
    );
  });

  it('say why', async () => {
    const why = (area: string, period: string) =>
      explainRecord({ definition: flow, area, period, id: 'CN:again' }, office.session, sources);
    expect(await why('440000', '2023-02')).toMatchObject({
      ...{ admitted: true, share: 2 / 3, sql: { agrees: true } },
      countsIn: [{ area: '440300' }, { area: '440305' }, { area: '450100' }],
    });
    expect(await why('440000', '2023-03')).toMatchObject({ admitted: false, share: null, sql: { agrees: true } });
    const each = { ...flow, attribution: { holder: 'each', at: 'filing' } } as const;
    const request = { definition: each, area: '440000', period: '2023-02', id: 'CN:again' };
    expect(await explainRecord(request, office.session, sources)).toMatchObject({ admitted: true, share: null });
  });
});

describe('shares', () => {
  it('are whole numbers for as many holders as patents have', () => {
    for (let holders = 1; holders <= 26; holders++) {
      const place = Array.from({ length: holders }, (_, index) => (index === 0 ? 'US' : 'JP')).join('+');
      const shares = sharesAround(areas, place);
      expect((shares.get('US') ?? 0) * holders).toBe(wholeShare);
      expect((shares.get('US') ?? 0) + (shares.get('JP') ?? 0)).toBe(wholeShare);
    }
  });

  it('of still more holders are told to ten digits, and are one in all', () => {
    const shares = sharesAround(areas, Array.from({ length: 37 }, (_, index) => (index < 5 ? 'US' : 'JP')).join('+'));
    expect((shares.get('US') ?? 0) / wholeShare).toBeCloseTo(5 / 37, 10);
    expect(shares.get('ALL')).toBe(wholeShare);
  });

  it('are the same of half as many holders', () => {
    expect(fewestHolders(['US', 'JP', 'US', 'JP'])).toEqual(['JP', 'US']);
    expect(fewestHolders(['US', 'JP', 'US'])).toEqual(['JP', 'US', 'US']);
    expect(fewestHolders(['US', 'US', 'US'])).toEqual(['US']);
  });
});
