import { describe, expect, it } from 'vitest';
import { covered, coveredAll } from './coverage.js';
import { applications, grants, inForce, pendency } from './definitions.js';
import { TestOffice } from './office.js';
import type { TestPatent } from './patents.js';

const guangdong = '440305';
/** A, B and C of the issue. */
const three: TestPatent[] = [
  {
    number: 'A',
    area: guangdong,
    title: '一种装置',
    holder: '甲公司',
    filed_on: '2021-11-02',
    examination_requested_on: '2022-01-31',
    closed_on: '2023-05-30',
    granted_on: '2023-05-30',
    ceased_on: '2023-08-31',
  },
  { number: 'B', area: guangdong, granted_on: '2023-06-30' },
  { number: 'C', area: guangdong, granted_on: '2023-07-01', ceased_on: '2023-07-31' },
];
const full = coveredAll('2018-01-01', '2023-12-31', { inForceFrom: '2018-01-01' });

describe('three patents, covered in full', async () => {
  const office = await TestOffice.of(three, { coverage: full });

  it.each([
    ['2023-04', 0],
    ['2023-05', 1],
    ['2023-06', 2],
    ['2023-07', 2],
    ['2023-08', 1],
    ['2023-Q2', 2],
    ['2023-H1', 2],
    ['2023-07-YTD', 2],
    ['2023', 1],
  ])('in force at the end of %s: %i', async (period, value) => {
    for (const area of ['ALL', 'CN', 'CN-ML', '440000', '440300', '440305']) {
      expect(await office.one(inForce, { areas: [area], periods: [period] })).toEqual({ value, status: 'final' });
    }
  });

  it.each([
    ['boundaries', 16],
    ['complete-months', 15],
    ['days', 484 / 30.4375],
  ] as const)('pendency of A by %s: %d months', async (convention, value) => {
    const definition = pendency(convention);
    for (const statistic of ['mean', 'median', 'p90', 'p95'] as const) {
      const request = { areas: ['440000'], periods: ['2023-05'], statistic };
      expect(await office.one(definition, request)).toEqual({ value, status: 'final' });
    }
  });

  it('rounds 484 days to 15.90 months', () => {
    expect((484 / 30.4375).toFixed(2)).toBe('15.90');
  });

  it('gives every statistic of a duration when none is named', async () => {
    const rows = await office.figure(pendency('days'), { areas: ['CN'], periods: ['2023', '2023-05'] });
    expect(rows.filter((row) => row.period === '2023').map((row) => row.statistic)).toEqual([
      'mean',
      'median',
      'p90',
      'p95',
      'share-within-target',
      'n',
      'survival-median',
    ]);
    expect(rows.filter((row) => row.period === '2023-05')).toHaveLength(6);
    expect(rows.find((row) => row.statistic === 'share-within-target')).toMatchObject({
      value: 1,
      numerator: 1,
      denominator: 1,
      unit: 'share',
    });
  });

  it('is final zero where all is covered and nothing counts, and has no mean of nothing', async () => {
    expect(await office.one(grants, { areas: ['110000'], periods: ['2023'] })).toEqual({ value: 0, status: 'final' });
    const request = { areas: ['110000'], periods: ['2023'] };
    expect(await office.one(pendency('days'), { ...request, statistic: 'n' })).toEqual({ value: 0, status: 'final' });
    expect(await office.one(pendency('days'), { ...request, statistic: 'mean' })).toEqual({
      value: null,
      status: 'missing',
    });
  });

  it('opens to its records, and tells why the others do not count', async () => {
    const request = { definition: inForce, area: '440000', period: '2023-07' };
    const opened = await office.open(request);
    expect(opened).toMatchObject({ total: 2, visible: 2, withheldByRight: 0, next: null, publication: null });
    expect(opened.rows[0]).toEqual({
      id: 'CN:A',
      number: 'A',
      title: '一种装置',
      holder: '甲公司',
      area: '440305',
      kind: 'invention',
      granted_on: '2023-05-30',
      ceased_on: '2023-08-31',
      countedOn: '2023-05-30',
      admittedBy: [
        "kind in ('invention', 'utility_model', 'design')",
        'granted_on on or before 2023-07-31',
        'ceased_on not on or before 2023-07-31',
      ],
      leftOutBy: null,
    });
    const leftOut = await office.open({ ...request, leftOut: true });
    expect(leftOut.rows.map((row) => [row.id, row.leftOutBy, row.admittedBy])).toEqual([
      ['CN:C', 'ceased_on on or before 2023-07-31', []],
    ]);
  });
});

describe('an area outside coverage', async () => {
  const coverage = coveredAll('2018-01-01', '2023-12-31', { areas: ['110000'] });
  const office = await TestOffice.of(three, { coverage });

  it('has no value, whatever the records hold', async () => {
    for (const definition of [applications, grants, inForce]) {
      const request = { areas: ['440000'], periods: ['2023'] };
      expect(await office.one(definition, request)).toEqual({ value: null, status: 'missing' });
    }
    const rows = await office.figure(pendency('days'), { areas: ['440000'], periods: ['2023'] });
    expect(new Set(rows.map((row) => `${row.value} ${row.status}`))).toEqual(new Set(['null missing']));
  });

  it('makes the wider area provisional above zero and missing at zero', async () => {
    expect(await office.one(grants, { areas: ['CN'], periods: ['2023'] })).toEqual({ value: 3, status: 'provisional' });
    expect(await office.one(grants, { areas: ['CN'], periods: ['2022'] })).toEqual({ value: null, status: 'missing' });
    expect(await office.one(inForce, { areas: ['CN'], periods: ['2023'] })).toEqual({
      value: 1,
      status: 'provisional',
    });
    expect(await office.one(grants, { areas: ['110000'], periods: ['2022'] })).toEqual({ value: 0, status: 'final' });
  });
});

describe('two offices and two datasets in one folder', async () => {
  const office = await TestOffice.of(
    [
      ...three,
      { number: 'D', office: 'US', area: 'US-CA', granted_on: '2023-05-02' },
      { number: 'E', office: 'US', area: guangdong, granted_on: '2023-05-09' },
      { number: 'F', dataset: 'synthetic', area: guangdong, granted_on: '2023-05-03' },
    ],
    {
      coverage: [
        ...full,
        ...coveredAll('2018-01-01', '2023-12-31', { office: 'US' }),
        ...coveredAll('2018-01-01', '2023-12-31', { dataset: 'synthetic' }),
      ],
    },
  );

  it('never adds them up', async () => {
    const rows = await office.figure(grants, { areas: ['ALL', '440000'], periods: ['2023'] });
    expect(rows.map((row) => [row.office, row.dataset, row.area, row.value])).toEqual([
      ['CN', 'real', 'ALL', 3],
      ['CN', 'real', '440000', 3],
      ['CN', 'synthetic', 'ALL', 1],
      ['CN', 'synthetic', '440000', 1],
    ]);
    const foreign = await office.figure(grants, { office: 'US', periods: ['2023'] });
    expect(foreign.map((row) => [row.office, row.dataset, row.area, row.value])).toEqual([
      ['US', 'real', 'ALL', 2],
      ['US', 'real', 'US', 1],
      ['US', 'real', 'US-CA', 1],
    ]);
  });

  it('opens one office and one dataset', async () => {
    const ids = async (request: object) =>
      (await office.open({ definition: grants, area: 'ALL', period: '2023', ...request })).rows.map((row) => row.id);
    expect(await ids({})).toEqual(['CN:A', 'CN:B', 'CN:C']);
    expect(await ids({ dataset: 'synthetic' })).toEqual(['CN:F']);
    expect(await ids({ office: 'US' })).toEqual(['US:D', 'US:E']);
  });
});

describe('what a stock needs', () => {
  const at = { areas: ['440000'], periods: ['2023-07'] };
  const value = async (coverage: Parameters<typeof TestOffice.of>[1]) =>
    (await TestOffice.of(three, coverage)).one(inForce, at);

  it('is provisional without a day on which all rights in force are in the files', async () => {
    const coverage = coveredAll('2018-01-01', '2023-12-31', { inForceFrom: null });
    expect(await value({ coverage })).toEqual({ value: 2, status: 'provisional' });
  });

  it('is provisional where the ends are not covered up to the period', async () => {
    const coverage = [
      covered('granted', '2018-01-01', '2023-12-31'),
      covered('ceased', '2018-01-01', '2023-06-30', { inForceFrom: '2018-01-01' }),
    ];
    expect(await value({ coverage })).toEqual({ value: 2, status: 'provisional' });
  });

  it('is missing where the starts of the period are not covered', async () => {
    const coverage = [covered('granted', '2018-01-01', '2023-06-30'), covered('ceased', '2018-01-01', '2023-12-31')];
    expect(await value({ coverage })).toEqual({ value: null, status: 'missing' });
  });

  it('joins two files whose days meet', async () => {
    const coverage = [
      ...coveredAll('2018-01-01', '2023-03-31'),
      ...coveredAll('2023-04-01', '2023-12-31', { inForceFrom: null }),
    ];
    expect(await value({ coverage })).toEqual({ value: 2, status: 'final' });
  });

  it('does not believe a promise of days to come', async () => {
    expect(await value({ coverage: full, today: '2023-07-30' })).toEqual({ value: 2, status: 'provisional' });
  });
});
