import type { Observation } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { areas } from '../../test/areas.js';
import { covered, coveredAll } from '../../test/coverage.js';
import { applications, grants, inForce, pendency, reported } from '../../test/definitions.js';
import { TestOffice } from '../../test/office.js';
import type { TestPatent } from '../../test/patents.js';

const patents: TestPatent[] = [
  { number: '1', area: '440305', filed_on: '2022-03-01', granted_on: '2023-05-01' },
  { number: '2', area: '440305', filed_on: '2022-03-02', granted_on: '2023-05-02', kind: 'design' },
  { number: '3', area: 'US-CA', filed_on: '2022-04-01', kind: 'plant' },
];
const inAll = (text: string) => ({ 'zh-Hans': text, 'zh-Hant': text, en: text });
const full = coveredAll('2022-01-01', '2023-12-31');
const publishedGrants = (change: Partial<Observation>): Observation => ({
  indicator: 'patent-grants',
  office: 'CN',
  area: 'CN-ML',
  period: '2021',
  breakdown: { kind: 'invention' },
  statistic: null,
  value: 69.6,
  bound: null,
  precision: 0.1,
  numerator: null,
  denominator: null,
  unit: '10k-patents',
  origin: 'published',
  dataset: 'real',
  status: 'final',
  vintage: 'v1',
  publication: {
    series: 'invention-grants',
    publishedOn: '2022-01-12',
    source: 'test',
    note: null,
    scope: 'mainland',
    asPublished: '69.6',
    words: { source: inAll('test'), note: null, scope: inAll('mainland'), asPublished: inAll('69.6') },
  },
  ...change,
});

describe('what is left out', async () => {
  const office = await TestOffice.of(patents, { coverage: full, published: [publishedGrants({})] });

  it('stands for every year held, the groups and the 34 provincial units, and the total', async () => {
    const rows = await office.figure(grants);
    const provinces = areas.provinces().map((province) => province.code);
    expect([...new Set(rows.map((row) => row.area))]).toEqual(['ALL', 'CN', 'CN-ML', ...provinces]);
    expect([...new Set(rows.map((row) => row.period))]).toEqual(['2022', '2023']);
    expect(rows.every((row) => Object.keys(row.breakdown).length === 0 && row.origin === 'computed')).toBe(true);
    expect(rows).toHaveLength(37 * 2);
  });

  it('includes years of published values', async () => {
    const rows = await office.figure(grants, { by: 'kind=invention', areas: ['CN-ML'] });
    expect(rows.map((row) => [row.period, row.origin, row.value, row.status, row.unit])).toEqual([
      ['2021', 'computed', null, 'missing', 'patents'],
      ['2022', 'computed', 0, 'final', 'patents'],
      ['2023', 'computed', 1, 'final', 'patents'],
      ['2021', 'published', 69.6, 'final', '10k-patents'],
    ]);
    expect(rows.at(-1)?.publication?.series).toBe('invention-grants');
    expect(rows.slice(0, 3).every((row) => row.publication === null && row.vintage === 'v1')).toBe(true);
  });
});

describe('origins', async () => {
  const published = [publishedGrants({}), publishedGrants({ period: '2023', area: 'CN' })];
  const office = await TestOffice.of(patents, { coverage: full, published });
  const origins = async (request: object) =>
    (await office.figure(grants, { by: 'kind=invention', ...request })).map(
      (row) => `${row.origin} ${row.area} ${row.period}`,
    );

  it('have their own rows', async () => {
    expect(await origins({ areas: ['CN'], periods: ['2023'] })).toEqual(['computed CN 2023', 'published CN 2023']);
  });

  it('are chosen by name', async () => {
    expect(await origins({ origin: 'published' })).toEqual(['published CN-ML 2021', 'published CN 2023']);
    expect(await origins({ origin: 'computed', areas: ['CN'], periods: ['2023'] })).toEqual(['computed CN 2023']);
    expect(await origins({ origin: 'estimated' })).toEqual([]);
  });

  it('give no published row for another dataset, office or part', async () => {
    expect(await origins({ origin: 'published', dataset: 'synthetic' })).toEqual([]);
    expect(await origins({ origin: 'published', office: 'US' })).toEqual([]);
    expect(await origins({ origin: 'published', by: null })).toEqual([]);
  });

  it('leave a reported series with its publications alone', async () => {
    const people = publishedGrants({ indicator: 'population', breakdown: {}, area: 'CN-ML', value: 140_967 });
    const office = await TestOffice.of([], { published: [people] });
    expect(await office.figure(reported)).toEqual([people]);
  });
});

describe('kinds', () => {
  it('are those that the condition admits and coverage or a value names', async () => {
    const office = await TestOffice.of(patents, { coverage: full });
    const rows = await office.figure(grants, { by: 'kind', areas: ['CN'], periods: ['2023'] });
    expect(rows.map((row) => [row.breakdown.kind, row.value, row.status])).toEqual([
      ['invention', 1, 'final'],
      ['utility_model', 0, 'final'],
      ['design', 1, 'final'],
    ]);
  });

  it('make the total final only when each is covered', async () => {
    const coverage = [
      covered('granted', '2022-01-01', '2023-12-31', { kinds: ['invention'] }),
      covered('granted', '2023-05-01', '2023-05-31', { kinds: ['design'] }),
    ];
    const office = await TestOffice.of(patents, { coverage });
    const at = (period: string, by: string | null) => office.one(grants, { areas: ['CN'], periods: [period], by });
    expect(await at('2023', 'kind=invention')).toEqual({ value: 1, status: 'final' });
    expect(await at('2023', 'kind=design')).toEqual({ value: 1, status: 'provisional' });
    expect(await at('2023', null)).toEqual({ value: 2, status: 'provisional' });
    expect(await at('2023-05', null)).toEqual({ value: 2, status: 'final' });
    expect(await at('2023-04', null)).toEqual({ value: null, status: 'missing' });
    expect(await at('2023-04', 'kind=invention')).toEqual({ value: 0, status: 'final' });
  });

  it('that the condition turns away are no part of the total', async () => {
    const rare = covered('filed', '2022-01-01', '2022-06-30', { kinds: ['plant'], completeness: 'partial' });
    const office = await TestOffice.of(patents, { coverage: [...full, rare] });
    expect(await office.one(applications, { areas: ['ALL'], periods: ['2022'] })).toEqual({
      value: 2,
      status: 'final',
    });
  });
});

describe('coverage that is not full', async () => {
  const coverage = [
    covered('filed', '2022-01-01', '2022-12-31', { completeness: 'maturing' }),
    covered('granted', '2023-01-01', '2023-12-31', { completeness: 'partial' }),
  ];
  const office = await TestOffice.of(patents, { coverage });
  const at = { areas: ['440000', '110000'] };
  const seen = async (definition: typeof grants, period: string) =>
    (await office.figure(definition, { ...at, periods: [period] })).map((row) => [row.value, row.status]);

  it('gives values above zero its own status and makes zero missing', async () => {
    expect(await seen(applications, '2022')).toEqual([
      [2, 'maturing'],
      [null, 'missing'],
    ]);
    expect(await seen(grants, '2023')).toEqual([
      [2, 'provisional'],
      [null, 'missing'],
    ]);
  });

  it('withholds what lies outside, records or not', async () => {
    const without = await TestOffice.of(patents, { coverage: [] });
    const rows = [
      ...(await without.figure(grants, { areas: ['ALL'], periods: ['2023'] })),
      ...(await without.figure(inForce, { areas: ['ALL'], periods: ['2023'] })),
    ];
    expect(rows.map((row) => [row.value, row.status])).toEqual([
      [null, 'missing'],
      [null, 'missing'],
    ]);
  });
});

describe('requests', async () => {
  const office = await TestOffice.of(patents, { coverage: full });

  it('take `provinces` for the 34 provincial units', async () => {
    const rows = await office.figure(grants, { areas: ['provinces'], periods: ['2023'] });
    expect(rows).toHaveLength(34);
    expect(rows.find((row) => row.area === '440000')?.value).toBe(2);
  });

  it.each([
    [{ areas: ['44'] }, 'area-unknown'],
    [{ periods: ['2023-Q5'] }, 'period-wrong'],
    [{ by: 'area' }, 'breakdown-wrong'],
    [{ by: 'kind=inventions' }, 'breakdown-wrong'],
  ])('refuse %o', async (request, code) => {
    await expect(office.figure(grants, request)).rejects.toMatchObject({ code });
  });

  it('refuse a breakdown that the definition has not', async () => {
    await expect(office.figure(pendency('days'), { by: 'kind' })).rejects.toMatchObject({ code: 'breakdown-wrong' });
  });
});
