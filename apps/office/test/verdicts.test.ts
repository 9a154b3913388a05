import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TargetAnswer } from '@zhiheng/office';
import type { Verdict } from '@zhiheng/programme';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SmallOffice } from './small-office.js';

const small = new SmallOffice();
afterAll(() => small.remove());

/**
 * Every month one application from Guangdong, from 2021 on one from Beijing too, until September 2023: 12, 12, 24, 24 and 18 so far. Nine months
 * are three quarters of every year, so 2023 comes to 24, and Guangdong to 12, without any spread.
 */
function applications(): string {
  const rows: string[] = [];
  for (let year = 2019; year <= 2023; year += 1) {
    for (let month = 1; month <= (year === 2023 ? 9 : 12); month += 1) {
      const day = `${year}-${String(month).padStart(2, '0')}-05`;
      for (const area of year < 2021 ? ['440000'] : ['440000', '110000']) {
        rows.push(`${year}10${String(rows.length + 1).padStart(6, '0')},invention,${day},,${area}`);
      }
    }
  }
  return `n,k,f,g,a\n${rows.join('\n')}\n`;
}
const mapping = `table: patents
columns: { number: n, kind: k, filed_on: f, granted_on: g, area: a }
covers: { kinds: [invention], filed: [2019-01-01, 2023-09-30], completeness: full }
`;
const names = 'names: { zh-Hans: 申请, zh-Hant: 申請, en: filed }';
const counted = (area: string) =>
  `period: "2023", origin: computed, subject: { indicator: patent-applications, area: ${area} }`;
const programme = `id: trial
${names}
number: 试〔2023〕1号
issued_on: 2023-03-23
year: 2023
hand_in: { due: 2023-12-15, to: 司, forms: [paper] }
owners_proposed: true
projection: { level: 0.9 }
targets:
  - id: T1
    ${names}
    kind: floor
    limit: 30
    unit: applications
    period: "2023"
    origin: computed
    subject: { indicator: patent-applications, area: ALL }
    revisions:
      - { effective_on: 2023-07-01, limit: 24, reason: { zh-Hans: 调, zh-Hant: 調, en: fewer }, document: 试〔2023〕7号 }
  - { id: T2, ${names}, kind: growth, limit: 0.05, unit: growth-rate, decimals: 1, applies_to_regions: true, ${counted('ALL')} }
  - { id: T3, ${names}, kind: ceiling, limit: 5, unit: applications, ${counted('CN')} }
overlays:
  - area: "440000"
    document: 粤〔2023〕1号
    targets:
      - { target: T1, limit: 13, owners: [省局] }
      - { id: GD1, ${names}, kind: floor, limit: 12, unit: applications, period: "2023", origin: computed, subject: { indicator: patent-applications } }
`;

const run = async <Answer>(name: string, input: object) => (await small.run(name, input)).json as Answer;
const verdicts = (input: object = {}) => run<Verdict[]>('verdicts', { programme: 'trial', ...input });
const told = (rows: readonly Verdict[]) =>
  rows.map(({ target, area, verdict, limit }) => [target, area, verdict, limit]);
let early = '';

beforeAll(async () => {
  writeFileSync(join(small.definitions, 'programmes/trial.yaml'), programme);
  writeFileSync(join(small.path, 'm.yaml'), mapping);
  writeFileSync(join(small.path, 'rows.csv'), applications());
  await small.run('load', { paths: [join(small.path, 'rows.csv')], mapping: join(small.path, 'm.yaml') });
  await small.run('release-create', { name: 'first' });
  early = (await run<{ vintage: string }>('compute', { effective: '2023-05-31' })).vintage;
  await small.run('compute', { effective: '2023-10-15' });
}, 120_000);

describe('verdicts before the year is over', () => {
  it('are those of a projection from the records', async () => {
    const [first, second, third] = await verdicts();
    expect(first).toMatchObject({ verdict: 'on-track', limit: 24, value: null, dataset: 'real', area: null });
    expect(first?.projection).toMatchObject({
      value: 24,
      interval: [24, 24],
      level: 0.9,
      levelProvisional: false,
      method: 'completion-share',
      from: ['2023-09-YTD'],
      until: '2023-09-30',
      backTest: { n: 1, hits: 1 },
    });
    expect(first?.projection?.basedOn.map(({ period, value, soFar }) => [period, value, soFar])).toEqual([
      ['2019', 12, 9],
      ['2020', 12, 9],
      ['2021', 24, 18],
      ['2022', 24, 18],
    ]);
    expect(second).toMatchObject({ verdict: 'at-risk', projection: { value: 0, series: { value: 24 } } });
    expect(third).toMatchObject({ verdict: 'at-risk', projection: { value: 24 } });
  });

  it('as of an earlier day rest on the vintage and the limit of that day', async () => {
    const [first] = await verdicts({ effective: '2023-06-15' });
    expect(first).toMatchObject({ verdict: 'at-risk', limit: 30, projection: { until: '2023-05-31', value: 24 } });
    expect(first?.revisions).toMatchObject([{ inForce: false, before: { limit: 30 }, after: { limit: 24 } }]);
    expect((await verdicts({ vintage: early, effective: '2023-07-01' }))[0]).toMatchObject({
      verdict: 'on-track',
      limit: 24,
      projection: { until: '2023-05-31' },
    });
    expect((await verdicts({ effective: '2023-05-01' }))[0]).toMatchObject({ verdict: 'cannot-tell', limit: 30 });
  });

  it('refuse a vintage that knows what came afterwards, and a day that is none', async () => {
    await expect(verdicts({ vintage: early, effective: '2023-05-30' })).rejects.toMatchObject({
      code: 'usage',
      detail: { expected: '2023-05-31 or later' },
    });
    await expect(verdicts({ effective: '2023-02-30' })).rejects.toMatchObject({ code: 'date-wrong' });
  });
});

describe('the targets of regions', () => {
  it('are judged on the records of each, and only where somebody set them', async () => {
    expect(told(await verdicts({ area: ['440000'] }))).toEqual([
      ['T1', '440000', 'at-risk', 13],
      ['T2', '440000', 'at-risk', 0.05],
      ['GD1', '440000', 'on-track', 12],
    ]);
    expect(told(await verdicts({ area: ['110000'] }))).toEqual([['T2', '110000', 'cannot-tell', 0.05]]);
    const provinces = await verdicts({ area: ['provinces'] });
    expect(provinces.filter(({ target }) => target === 'T2')).toHaveLength(34);
    expect(provinces.filter(({ target }) => target !== 'T2').map(({ area }) => area)).toEqual(['440000', '440000']);
  });

  it('stand beside the target that they are of', async () => {
    const answer = await run<TargetAnswer>('verdict', { programme: 'trial', target: 'T1' });
    expect(answer.verdict).toEqual((await verdicts())[0]);
    expect(answer.regions.map(({ area, names: { en }, verdict }) => [area, en, verdict.verdict])).toEqual([
      ['440000', 'Guangdong', 'at-risk'],
    ]);
    expect(answer.values.map(({ period, value, status }) => [period, value, status])).toEqual([
      ['2023-09-YTD', 18, 'final'],
      ['2022', 24, 'final'],
    ]);
    expect(answer.history.slice(-5).map(({ value }) => value)).toEqual([12, 12, 24, 24, null]);
    expect(answer.steps.at(-1)?.code).toBe('on-track');
  });

  it('are opened by their region, and are told where there are none', async () => {
    const own = await run<TargetAnswer>('verdict', { programme: 'trial', target: 'GD1', area: '440000' });
    expect(own).toMatchObject({ verdict: { target: 'GD1', setBy: { by: 'own' } }, regions: [] });
    await expect(run('verdict', { programme: 'trial', target: 'T11' })).rejects.toMatchObject({
      code: 'not-found',
      detail: { expected: 'T1, T2, T3' },
    });
    await expect(run('verdict', { programme: 'trial', target: 'T1', area: '110000' })).rejects.toMatchObject({
      code: 'not-found',
      detail: { expected: 'T2' },
    });
  });
});
