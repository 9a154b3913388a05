import type { Observation } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { covered, coveredAll } from '../../test/coverage.js';
import { applications, grants, inForce, pendency, reported } from '../../test/definitions.js';
import { accuracy, balance, grantGrowth, inventionShare, part, perPeople } from '../../test/made-definitions.js';
import { TestOffice } from '../../test/office.js';
import type { TestPatent } from '../../test/patents.js';
import type { Definition } from '../definition.js';

const guangdong = { area: '440305' };
const patents: TestPatent[] = [
  // Applications of 2022: 3, of which 2 inventions; of 2023: 1, a design.
  { number: '1', ...guangdong, filed_on: '2022-03-01', granted_on: '2022-05-20' },
  { number: '2', ...guangdong, filed_on: '2022-03-02', granted_on: '2023-02-02', kind: 'design' },
  { number: '3', ...guangdong, filed_on: '2022-09-01', granted_on: '2023-05-31' },
  { number: '4', ...guangdong, filed_on: '2023-09-01', granted_on: '2023-11-30', kind: 'design' },
];
const full = coveredAll('2021-01-01', '2023-12-31');
const people = (period: string, value: number, change: Partial<Observation> = {}): Observation => ({
  indicator: 'population',
  office: 'CN',
  area: 'CN-ML',
  period,
  breakdown: {},
  statistic: null,
  value,
  bound: null,
  precision: null,
  numerator: null,
  denominator: null,
  unit: '10k-people',
  origin: 'published',
  dataset: 'real',
  status: 'final',
  vintage: 'v1',
  publication: null,
  ...change,
});
const definitions: Definition[] = [applications, grants, inForce, reported, pendency('boundaries'), inventionShare];
const inOffice = (options: object = {}) => TestOffice.of(patents, { coverage: full, definitions, ...options });

describe('a ratio', async () => {
  const office = await inOffice();

  it('divides exact parts and tells them', async () => {
    const rows = await office.figure(inventionShare, {
      areas: ['440000'],
      periods: ['2022', '2022-H1', '2022-Q2', '2023'],
    });
    expect(rows.map((row) => [row.period, row.value, row.status, row.numerator, row.denominator])).toEqual([
      ['2022', 2 / 3, 'final', 2, 3],
      ['2022-H1', 1 / 2, 'final', 1, 2],
      // Nothing was filed: nothing divides by zero.
      ['2022-Q2', null, 'missing', null, null],
      ['2023', 0, 'final', 0, 1],
    ]);
    expect(rows[0]).toMatchObject({
      origin: 'computed',
      dataset: 'real',
      unit: 'share',
      vintage: 'v1',
      statistic: null,
    });
  });

  it('has every year of its parts where none is named', async () => {
    const rows = await office.figure(inventionShare, { areas: ['CN'] });
    expect(rows.map((row) => row.period)).toEqual(['2021', '2022', '2023']);
  });

  it('has no statistics, and no published rows where nothing was published', async () => {
    expect(await office.figure(inventionShare, { statistic: 'mean' })).toEqual([]);
    expect(await office.figure(inventionShare, { origin: 'published' })).toEqual([]);
    await expect(office.figure(inventionShare, { by: 'kind' })).rejects.toMatchObject({ code: 'breakdown-wrong' });
  });

  it('of a share can be taken again', async () => {
    const doubled = {
      ...inventionShare,
      id: 'x',
      numerator: part('invention-share'),
      denominator: part('invention-share'),
    };
    const [row] = await office.figure(doubled, { areas: ['CN'], periods: ['2022'] });
    expect(row).toMatchObject({ value: 1, status: 'final' });
  });

  it('is of the worst status among its parts', async () => {
    const coverage = [
      covered('filed', '2022-01-01', '2022-12-31', { kinds: ['invention'] }),
      covered('filed', '2022-01-01', '2022-12-31', { kinds: ['design'], completeness: 'maturing' }),
      covered('filed', '2022-01-01', '2022-12-31', { kinds: ['utility_model'] }),
    ];
    const maturing = await inOffice({ coverage });
    expect(await maturing.one(inventionShare, { areas: ['CN'], periods: ['2022'] })).toEqual({
      value: 2 / 3,
      status: 'maturing',
    });
    expect(await maturing.one(inventionShare, { areas: ['CN'], periods: ['2023'] })).toEqual({
      value: null,
      status: 'missing',
    });
  });
});

describe('a ratio of computed and published parts', () => {
  it('takes the area and the period that the part names, in plain units', async () => {
    const office = await inOffice({ published: [people('2022', 141_175)] });
    const [row] = await office.figure(perPeople, { areas: ['440000'], periods: ['2023'] });
    // Four in force ÷ 1,411,750,000 × 10,000.
    expect(row).toMatchObject({
      value: 40_000 / 1_411_750_000,
      status: 'final',
      numerator: 4,
      denominator: 1_411_750_000,
    });
    expect(await office.one(perPeople, { areas: ['440000'], periods: ['2022'] })).toMatchObject({ status: 'missing' });
  });

  it('never mixes datasets: published values are real', async () => {
    const synthetic = patents.map((patent) => ({ ...patent, dataset: 'synthetic' as const }));
    const coverage = [...full, ...coveredAll('2021-01-01', '2023-12-31', { dataset: 'synthetic' })];
    const office = await TestOffice.of(synthetic, { coverage, definitions, published: [people('2022', 141_175)] });
    const rows = await office.figure(perPeople, { areas: ['440000'], periods: ['2023'] });
    expect(rows.map((row) => [row.dataset, row.value, row.status])).toEqual([['synthetic', null, 'missing']]);
  });

  it('gives the published check of the catalogue, with the step that the digits leave', async () => {
    const perMillion: Definition = {
      ...perPeople,
      numerator: part('high-value', { origin: 'published' }),
      denominator: part('population'),
    };
    const highValue = { ...reported, id: 'high-value', unit: '10k-patents' as const };
    const published = [
      people('2022', 141_175),
      people('2022', 132.4, { indicator: 'high-value', unit: '10k-patents', precision: 0.1 }),
    ];
    const office = await TestOffice.of([], { definitions: [reported, highValue], published });
    const [row] = await office.figure(perMillion, { areas: ['CN-ML'], periods: ['2022'] });
    expect(row?.value?.toFixed(1)).toBe('9.4');
    expect(row).toMatchObject({ origin: 'computed', dataset: 'real', status: 'final' });
    // Half a step of 500 patents: 0.00354 per 10,000 people to either side.
    expect(row?.precision).toBeCloseTo((2 * (500 * 10_000)) / 1_411_750_000, 12);
  });

  it('has no value of a mere bound', async () => {
    const office = await inOffice({ published: [people('2022', 141_175, { bound: 'lower' })] });
    expect(await office.one(perPeople, { areas: ['440000'], periods: ['2023'] })).toEqual({
      value: null,
      status: 'missing',
    });
  });
});

describe('growth', async () => {
  const office = await inOffice();

  it('is against the same period of the year before, a year to date against that year to date', async () => {
    const rows = await office.figure(grantGrowth, {
      areas: ['CN'],
      periods: ['2023', '2023-05-YTD', '2023-Q2', '2023-H1', '2023-05', '2023-Q1'],
    });
    expect(rows.map((row) => [row.period, row.value, row.numerator, row.denominator])).toEqual([
      ['2023', 2, 3, 1],
      ['2023-05-YTD', 1, 2, 1],
      ['2023-Q2', 0, 1, 1],
      ['2023-H1', 1, 2, 1],
      ['2023-05', 0, 1, 1],
      // None in the first quarter of 2022.
      ['2023-Q1', null, null, null],
    ]);
  });

  it('is broken down as its part is', async () => {
    const rows = await office.figure(grantGrowth, { areas: ['CN'], periods: ['2023'], by: 'kind' });
    expect(rows.map((row) => [row.breakdown, row.value, row.status])).toEqual([
      [{ kind: 'invention' }, 0, 'final'],
      [{ kind: 'utility_model' }, null, 'missing'],
      [{ kind: 'design' }, null, 'missing'],
    ]);
    const [one] = await office.figure(grantGrowth, { areas: ['CN'], periods: ['2023'], by: 'kind=invention' });
    expect(one).toMatchObject({ breakdown: { kind: 'invention' }, value: 0 });
  });

  it('takes nothing that is not final', async () => {
    const coverage = coveredAll('2022-01-01', '2023-06-30');
    const partial = await inOffice({ coverage });
    expect(await partial.one(grants, { areas: ['CN'], periods: ['2023'] })).toMatchObject({ status: 'provisional' });
    expect(await partial.one(grantGrowth, { areas: ['CN'], periods: ['2023'] })).toEqual({
      value: null,
      status: 'missing',
    });
    expect(await partial.one(grantGrowth, { areas: ['CN'], periods: ['2023-H1'] })).toEqual({
      value: 1,
      status: 'final',
    });
  });

  it('of published values takes estimates, and says so', async () => {
    const growth: Definition = { ...grantGrowth, breakdowns: [], of: part('population') };
    const published = [people('2022', 200), people('2023', 210, { status: 'estimated' })];
    const reportedOffice = await TestOffice.of([], { definitions: [reported], published });
    expect(await reportedOffice.one(growth, { areas: ['CN-ML'], periods: ['2023'] })).toEqual({
      value: 0.05,
      status: 'estimated',
    });
  });

  it('over several years takes the base so many years before', async () => {
    const rows = await office.figure({ ...grantGrowth, years: 2 }, { areas: ['CN'], periods: ['2023'] });
    expect(rows).toMatchObject([{ value: null, status: 'missing' }]);
  });
});

describe('a derived figure', async () => {
  const office = await inOffice();

  it('is its formula over parts of their own periods', async () => {
    const rows = await office.figure(balance, { areas: ['CN'], periods: ['2022', '2023'] });
    expect(rows.map((row) => [row.period, row.value, row.status, row.numerator])).toEqual([
      ['2022', 1, 'final', null],
      ['2023', 2, 'final', null],
    ]);
  });

  it('is told in its own unit', async () => {
    const [row] = await office.figure({ ...balance, unit: '10k-patents' }, { areas: ['CN'], periods: ['2023'] });
    expect(row).toMatchObject({ value: 0.0002, unit: '10k-patents' });
  });
});

describe('a ratio of the statistics of a duration', () => {
  it('divides them', async () => {
    const cases: TestPatent[] = [4, 8, 12].map((months, index) => ({
      number: String(index),
      ...guangdong,
      examination_requested_on: '2022-01-15',
      closed_on: `202${2 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-20`,
    }));
    const office = await TestOffice.of(cases, { coverage: full, definitions });
    const tail: Definition = {
      ...inventionShare,
      numerator: part('invention-pendency', { statistic: 'mean' }),
      denominator: part('invention-pendency', { statistic: 'median' }),
    };
    expect(await office.one(tail, { areas: ['CN'], periods: ['2022'] })).toEqual({ value: 1, status: 'final' });
  });
});

describe('a sample', () => {
  it('is missing as long as nothing was sampled', async () => {
    const office = await inOffice();
    const rows = await office.figure(accuracy, { areas: ['ALL'], periods: ['2023'] });
    expect(rows).toMatchObject([{ value: null, status: 'missing', origin: 'estimated', unit: 'percent' }]);
    expect(await office.figure(accuracy, { areas: ['ALL'], periods: ['2023'], origin: 'computed' })).toEqual([]);
  });
});
