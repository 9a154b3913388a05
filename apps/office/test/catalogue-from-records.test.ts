import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureRow } from '@zhiheng/indicators';
import { carryOut, type Office, type RecordsAnswer, type WhyAnswer } from '@zhiheng/office';
import { localOperator } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SmallOffice } from './small-office.js';

const patents = `n,k,f,e,a1,x,g,c,cl,ag,fu,s,h,t,b
201810000001,invention,2018-01-05,2018-07-05,2019-01-05,2020-01-01,2020-01-01,,10,甲所,P-1,H01L21/02,甲公司,enterprise,广东省深圳市南山区
201810000002,invention,2018-03-05,2018-07-05,2019-07-05,2020-01-01,2020-01-01,,6,乙所,,A47C1/02;H01L21/02,乙大学,university,北京市海淀区
201820000003,utility_model,2018-05-05,,,2020-06-01,2020-06-01,2022-07-01,4,甲所,,A47C1/02,丙公司,enterprise,广东省广州市
202010000004,invention,2020-02-05,2020-07-05,2021-01-05,,,,,,,G06F3/01,丙公司,enterprise,广东省广州市
`;
const patentMapping = `table: patents
columns: { number: n, kind: k, filed_on: f, examination_requested_on: e, first_action_on: a1, closed_on: x, granted_on: g, ceased_on: c, claim_count: cl, agency: ag, funded_project: fu, classes: { from: s, split: ";" }, holders: h, holder_types: t, address: b }
defaults: { office: CN }
covers:
  kinds: [invention, utility_model]
  filed: [2010-01-01, 2023-12-31]
  examination_requested: [2010-01-01, 2023-12-31]
  closed: [2010-01-01, 2023-12-31]
  granted: [2010-01-01, 2023-12-31]
  ceased: [2010-01-01, 2023-12-31]
  in_force_from: 2010-01-01
  completeness: full
`;
const deeds = `n,k,p,d,m,w,y,t,b
D1,pledge,201810000001,2022-03-01,6000000,CNY,某银行,,
D2,pledge,201810000001;201820000003,2022-04-01,20000000,CNY,某银行,,
D3,transfer,201810000002,2022-05-02,,,丁公司,enterprise,上海市浦东新区
D4,licence,201810000002,2022-06-01,300000,CNY,戊公司,,
D5,open_licence,201810000002,2023-01-05,,,,,
D6,pledge,201810000002,2023-02-01,500,USD,某银行,,
`;
/** Licences of 2020: of manufacturing (a class of C) at 1 to 21 percent, of information at 2 percent five times. */
const fees = `n,p,d,r,i
${Array.from({ length: 21 }, (_, at) => `F${at + 1},201810000001,2020-03-01,${at + 1}%,C34\n`).join('')}${Array.from({ length: 5 }, (_, at) => `G${at + 1},201810000001,2020-03-02,2,I\n`).join('')}`;
const feeMapping = `table: deeds
columns: { number: n, patents: p, recorded_on: d, fee_rate: r, industry: i }
defaults: { office: CN, kind: licence }
`;
const events = `n,e,d
201810000001,优先审查,2018-08-01
`;
const eventMapping = `table: patent_events
columns: { number: n, event: { from: e, codes: { 优先审查: priority_examination } }, event_on: d }
defaults: { office: CN }
`;
const deedMapping = `table: deeds
columns: { number: n, kind: k, patents: { from: p, split: ";" }, recorded_on: d, amount: m, currency: w, to_parties: y, to_types: t, to_addresses: b }
defaults: { office: CN }
covers: { recorded: [2010-01-01, 2023-12-31], completeness: full }
`;
const marks = `n,f,p,r,c,s,h,t,b
1001,2021-01-04,2021-05-04,2021-08-04,,25;35,甲公司,enterprise,广东省深圳市南山区
1002,2021-06-01,2021-10-01,2022-02-01,2023-03-01,9,乙大学,university,北京市海淀区
1003,2022-07-01,,,,25,甲公司,enterprise,广东省深圳市南山区
`;
const markMapping = `table: trademarks
columns: { number: n, filed_on: f, published_on: p, registered_on: r, ceased_on: c, classes: { from: s, split: ";" }, holders: h, holder_types: t, holder_addresses: b }
defaults: { office: CN }
covers:
  filed: [2010-01-01, 2023-12-31]
  registered: [2010-01-01, 2023-12-31]
  ceased: [2010-01-01, 2023-12-31]
  in_force_from: 2010-01-01
  completeness: full
`;

const small = new SmallOffice();
let office: Office;
const run = (name: string, input: object) =>
  carryOut(name, input, { office, actor: localOperator('test'), onProgress: () => {} });
beforeAll(async () => {
  const shipped = join(import.meta.dirname, '../../../definitions');
  for (const name of ['indicators', 'classifications']) {
    cpSync(join(shipped, name), join(small.definitions, name), { recursive: true });
  }
  office = await small.open();
  for (const [name, text, map] of [
    ['p', patents, patentMapping],
    ['d', deeds, deedMapping],
    ['m', marks, markMapping],
    ['f', fees, feeMapping],
    ['e', events, eventMapping],
  ] as const) {
    writeFileSync(join(small.path, `${name}.csv`), text);
    writeFileSync(join(small.path, `${name}.yaml`), map);
    const told = await run('load', {
      paths: [join(small.path, `${name}.csv`)],
      mapping: join(small.path, `${name}.yaml`),
    });
    expect(told.json).toMatchObject({ quarantined: 0 });
  }
  await run('release-create', { name: 'r' });
  await run('compute', { effective: '2023-12-31' });
}, 120_000);
afterAll(async () => {
  await office.close();
  small.remove();
});

const rows = async (indicator: string, input: object = {}) =>
  (await run('figure', { indicator, area: ['ALL'], origin: 'computed', ...input })).json as FigureRow[];
const values = async (indicator: string, period: string[], input: object = {}) =>
  (await rows(indicator, { period, ...input })).map(({ value }) => value);
const byPart = async (indicator: string, period: string, by: string) =>
  Object.fromEntries(
    (await rows(indicator, { period: [period], by })).map((row) => [Object.values(row.breakdown).join(), row.value]),
  );
const opened = async (indicator: string, period: string, input: object = {}) => {
  const answer = await run('records', { indicator, area: 'ALL', period, ...input });
  const { total, rows: found } = answer.json as RecordsAnswer;
  expect(total).toBe(found.length);
  return found.map(({ id }) => id.replace(/^.*:/, ''));
};
const years = ['2021', '2022', '2023'];

describe('figures of deeds', () => {
  it('count each deed once, add amounts in yuan, and count the rights that deeds name', async () => {
    expect(await values('pledge-items-from-records', years)).toEqual([0, 2, 1]);
    expect(await values('pledge-amount-from-records', years)).toEqual([0, 26_000_000, 0]);
    expect(await values('pledged-patents-from-records', years)).toEqual([0, 3, 1]);
    expect(await values('pledge-firms-from-records', years)).toEqual([0, 1, 1]);
    expect(await values('pledge-firms-small-loans-from-records', years)).toEqual([0, 1, 0]);
    expect(await values('pledge-small-loan-share-from-records', ['2022'])).toEqual([1]);
    expect(await opened('pledge-items-from-records', '2022')).toEqual(['D1', 'D2']);
    expect(await opened('pledge-amount-from-records', '2022-H1')).toEqual(['D1', 'D2']);
  });

  it('count where the first right was held on the eve of the deed', async () => {
    const area = (code: string) => ({ area: [code] });
    expect(await values('pledge-items-from-records', ['2022'], area('440300'))).toEqual([2]);
    // The university sold on the day of the third deed, and licensed nothing after it.
    expect(await values('transfers-recorded', ['2022'], area('110000'))).toEqual([1]);
    expect(await values('licences-recorded', ['2022'], area('110000'))).toEqual([0]);
    expect(await values('licences-recorded', ['2022'], area('310000'))).toEqual([1]);
    expect(await values('open-licences-recorded', ['2023'], area('310000'))).toEqual([1]);
    expect(await values('transfers-and-licences-from-records', years)).toEqual([0, 2, 1]);
    expect(await values('university-transfers-and-licences-from-records', years)).toEqual([0, 1, 0]);
    expect(await byPart('transfers-and-licences-from-records', '2022', 'holder_type')).toEqual({
      enterprise: 1,
      university: 1,
    });
    expect(await opened('transfers-and-licences-from-records', '2022', { by: 'holder_type=university' })).toEqual([
      'D3',
    ]);
  });

  it('explain why a deed counts', async () => {
    const ask = async (id: string) =>
      (await run('why', { indicator: 'pledge-items-from-records', area: 'ALL', period: '2022', id })).json as WhyAnswer;
    expect(await ask('DEED:CN:D1')).toMatchObject({ admitted: true, holder: '甲公司', sql: { agrees: true } });
    expect(await ask('DEED:CN:D4')).toMatchObject({ admitted: false, sql: { agrees: true } });
  });
});

describe('fee rates of licences', () => {
  it('are told by quartiles of more than twenty contracts, and of fewer by their number alone', async () => {
    const all = async (by?: string) => {
      const found = await rows('licence-fee-rate', { period: ['2020'], ...(by === undefined ? {} : { by }) });
      return Object.fromEntries(found.map(({ statistic, value, status }) => [statistic, [value, status]]));
    };
    // Of 1 to 21 the quartiles are 6, 11 and 16. With five of 2 beside them the order is 1, 2 six times, 3 to 21: places 7.25, 13.5, 19.75.
    expect(await all('industry=C')).toEqual({
      ...{ n: [21, 'final'], mean: [11, 'final'] },
      ...{ p25: [6, 'final'], median: [11, 'final'], p75: [16, 'final'] },
    });
    expect(await all()).toEqual({
      ...{ n: [26, 'final'], mean: [241 / 26, 'final'] },
      ...{ p25: [2.25, 'final'], median: [8.5, 'final'], p75: [14.75, 'final'] },
    });
    expect(await all('industry=I')).toEqual({
      ...{ n: [5, 'final'], mean: [null, 'missing'] },
      ...{ p25: [null, 'missing'], median: [null, 'missing'], p75: [null, 'missing'] },
    });
    expect(await opened('licence-fee-rate', '2020', { by: 'industry=I', statistic: 'n' })).toHaveLength(5);
    const why = { indicator: 'licence-fee-rate', area: 'ALL', period: '2020', by: 'industry=C', id: 'DEED:CN:F1' };
    expect((await run('why', why)).json).toMatchObject({ admitted: true, sql: { agrees: true } });
  });
});

describe('figures of marks', () => {
  it('count applications, registrations and what is in force, also by class', async () => {
    expect(await values('trademark-applications-from-records', years)).toEqual([2, 1, 0]);
    expect(await values('trademark-registrations-from-records', years)).toEqual([1, 1, 0]);
    expect(await values('trademarks-in-force-from-records', years)).toEqual([1, 2, 1]);
    expect(await values('trademark-holders-in-force', years)).toEqual([1, 2, 1]);
    expect(await byPart('trademark-applications-from-records', '2021', 'nice_class')).toEqual({ 9: 1, 25: 1, 35: 1 });
    expect(await values('trademarks-in-force-from-records', ['2022'], { area: ['110108'] })).toEqual([1]);
    expect(await opened('trademarks-in-force-from-records', '2022', { by: 'nice_class=25' })).toEqual(['1001']);
  });

  it('measure months to registration and to publication', async () => {
    const mean = { statistic: 'mean' };
    const [first] = await values('trademark-registration-period-from-records', ['2021'], mean);
    expect(first).toBeCloseTo(212 / 30.4375, 10);
    const [row] = await rows('trademark-publication-period-from-records', { period: ['2021'], ...mean });
    expect(row?.value).toBeCloseTo((120 + 122) / 2 / 30.4375, 10);
    // Nothing tells whether all publications are there.
    expect(row?.status).toBe('provisional');
  });

  it('explain why a mark counts, and in which class', async () => {
    const input = { indicator: 'trademark-applications-from-records', area: 'ALL', period: '2021', id: 'CN:1001' };
    const told = (await run('why', { ...input, by: 'nice_class=35' })).json;
    expect(told).toMatchObject({ admitted: true, sql: { agrees: true } });
    const other = (await run('why', { ...input, by: 'nice_class=9' })).json;
    expect(other).toMatchObject({ admitted: false, leftOutBy: "nice_class = '9'", sql: { agrees: true } });
  });
});

describe('sums and times of patents', () => {
  it('claims per application', async () => {
    expect(await values('patent-application-claims', ['2018', '2020'])).toEqual([20, 0]);
    expect(await values('claims-per-application', ['2018'])).toEqual([20 / 3]);
    expect(await opened('patent-application-claims', '2018')).toHaveLength(3);
    expect(await values('funded-patent-applications', ['2018'])).toEqual([1]);
  });

  it('years maintained, in months from filing to the end of the period', async () => {
    // December 2021: 47, 45 and 43 months since January, March and May 2018; of the third no more at the end of 2022.
    expect(await values('patent-years-maintained', ['2021', '2022'])).toEqual([135 / 12, (59 + 57) / 12]);
    expect(await values('mean-years-maintained', ['2021', '2022'])).toEqual([135 / 36, 116 / 24]);
    expect(await values('mean-years-maintained', ['2021'], { by: 'kind=utility_model' })).toEqual([43 / 12]);
  });

  it('first actions, provisional since no coverage speaks of them', async () => {
    const [row] = await rows('invention-first-action-period', { period: ['2019'], statistic: 'mean' });
    expect(row).toMatchObject({ status: 'provisional' });
    expect(row?.value).toBeCloseTo((184 + 365) / 2 / 30.4375, 10);
  });

  it('priority examination', async () => {
    const [mean] = await values('priority-examination-pendency', ['2020'], { statistic: 'mean' });
    expect(mean).toBeCloseTo(545 / 30.4375, 10);
    expect(await values('priority-examination-pendency', ['2020'], { statistic: 'n' })).toEqual([1]);
  });

  it('by agency, counted when they are asked for', async () => {
    expect(await byPart('patent-applications', '2018', 'agency')).toEqual({ 甲所: 2, 乙所: 1 });
    expect(await opened('patent-applications', '2018', { by: 'agency=甲所' })).toHaveLength(2);
    expect(await byPart('patent-applications', '2020', 'agency')).toEqual({ 'not-told': 1 });
  });

  it('by field of technology: a patent in each of its fields', async () => {
    // Of the first two, one is of semiconductors (8) alone, the other of furniture (33) too; so is the third.
    const parts = await byPart('patent-grants-by-field', '2020', 'wipo_field');
    expect(parts).toEqual({ 8: 2, 33: 2 });
    expect(await opened('patent-grants-by-field', '2020', { by: 'wipo_field=33' })).toEqual([
      '201810000002',
      '201820000003',
    ]);
    const input = { indicator: 'patent-grants-by-field', area: 'ALL', period: '2020', id: 'CN:201810000002' };
    expect((await run('why', { ...input, by: 'wipo_field=8' })).json).toMatchObject({
      admitted: true,
      sql: { agrees: true },
    });
    await expect(run('figure', { indicator: 'patent-grants', by: 'wipo_field' })).rejects.toMatchObject({
      code: 'breakdown-wrong',
    });
  });
});

describe('slots', () => {
  it('have no value, never zero, and no records', async () => {
    const found = (await run('figure', { indicator: 'agency-credit', area: ['CN'], period: ['2023'] })).json;
    expect(found).toMatchObject([{ value: null, status: 'missing', origin: 'computed', unit: 'firms' }]);
    const asked = run('records', { indicator: 'agency-credit', area: 'CN', period: '2023' });
    await expect(asked).rejects.toMatchObject({ code: 'usage' });
  });
});

it('half a year of pledge finance grew by 64.6 %, as published', async () => {
  const [growth] = await rows('pledge-amount-growth', { period: ['2023-H1'] });
  // 2,676.6 ÷ 1,626.5 - 1, by hand.
  expect(growth?.value).toBeCloseTo(0.645619428, 8);
  expect(Math.round((growth?.value ?? 0) * 1000) / 10).toBe(64.6);
  const [share] = await rows('pledge-small-loan-share', { period: ['2022-H1'] });
  expect(Math.round((share?.value ?? 0) * 1000) / 10).toBe(71.2);
});
