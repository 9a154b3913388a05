import type { Day } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { explainVerdict } from './explain-verdict.js';
import { judge } from './judge.js';
import { periodsLookedAt } from './projecting/project.js';
import type { SeriesNature } from './projecting/so-far.js';
import { readProgramme } from './read-programme.js';
import type { ObservedValue } from './reading.js';
import type { Verdict } from './verdict.js';

const names = '{ zh-Hans: 甲, zh-Hant: 甲, en: A }';

function programmeOf(targets: readonly string[], more = '') {
  const lines = targets.map((keys, index) => `  - { id: T${index + 1}, names: ${names}, decimals: 2, ${keys} }`);
  const head = `id: p
names: ${names}
number: '1'
issued_on: 2023-03-23
year: 2023
hand_in: { due: 2023-12-15, to: 司, forms: [paper] }
owners_proposed: false`;
  return readProgramme(`${head}\ntargets:\n${lines.join('\n')}\n${more}`, 'programmes/p.yaml');
}

type Known = Readonly<Record<string, number | Partial<ObservedValue>>>;

function observing(known: Known, more: Partial<ObservedValue> = {}) {
  return (asked: { indicator: string }, period: string): ObservedValue | null => {
    const found = known[`${asked.indicator} ${period}`] ?? (asked.indicator === 's' ? known[period] : undefined);
    if (found === undefined) return null;
    return {
      indicator: asked.indicator,
      office: 'CN',
      area: 'ALL',
      period,
      breakdown: {},
      statistic: null,
      value: typeof found === 'number' ? found : null,
      bound: null,
      precision: null,
      numerator: null,
      denominator: null,
      unit: 'months',
      origin: 'computed',
      dataset: 'real',
      status: 'final',
      vintage: 'v',
      publication: null,
      ...more,
      ...(typeof found === 'number' ? {} : found),
    };
  };
}

const series = "unit: months, subject: { indicator: s, area: ALL }, origin: computed, period: '2023'";
const autumn = '2023-10-20';

function judged(keys: string, known: Known, effective: Day = autumn, nature: SeriesNature = 'level'): Verdict {
  const [row] = judge(programmeOf([keys]), observing(known), { effective, natureOf: () => nature });
  if (row === undefined) throw new Error('no verdict was given');
  return row;
}

const codes = (row: Verdict) => row.reasons.map(({ code }) => code);
const told = (row: Verdict) => [row.verdict, row.basis];

/** Differences of 1, 2 and 3 from the ninth month on: 12 ± 2.1773 from 10 (t 1.88562 × √(4/3)). */
const level: Known = {
  '2020': 11,
  '2020-09-YTD': 10,
  '2021': 12,
  '2021-09-YTD': 10,
  '2022': 13,
  '2022-09-YTD': 10,
  '2023-09-YTD': 10,
};
const reach = 0.8 * Math.sqrt(2 / 0.36) * Math.sqrt(4 / 3);

describe('a period that is not over', () => {
  it.each([
    // [9.8227, 14.1773]
    ['ceiling', 'kind: ceiling, limit: 14.2', 'on-track', 'projection-inside'],
    ['ceiling', 'kind: ceiling, limit: 14.1', 'at-risk', 'projection-crosses'],
    ['ceiling', 'kind: ceiling, limit: 9.8', 'at-risk', 'projection-outside'],
    ['floor', 'kind: floor, limit: 9.8', 'on-track', 'projection-inside'],
    ['floor', 'kind: floor, limit: 12', 'at-risk', 'projection-crosses'],
    ['floor', 'kind: floor, limit: 14.2', 'at-risk', 'projection-outside'],
    ['hold', 'kind: hold, limit: 12, tolerance: 2.2', 'on-track', 'projection-inside'],
    ['hold', 'kind: hold, limit: 12, tolerance: 1', 'at-risk', 'projection-crosses'],
    ['hold', 'kind: hold, limit: 20, tolerance: 1', 'at-risk', 'projection-outside'],
    // against 13 of 2022
    ['direction', 'kind: direction, direction: rises', 'at-risk', 'projection-crosses'],
    [
      'qualitative',
      'kind: qualitative, test: { kind: not-below-year-before, margin: 3.2 }',
      'on-track',
      'projection-inside',
    ],
    [
      'qualitative',
      'kind: qualitative, test: { kind: not-below-year-before, margin: 3.1 }',
      'at-risk',
      'projection-crosses',
    ],
  ])('%s (%s) is %s', (_, keys, verdict, code) => {
    const row = judged(`${keys}, ${series}`, level);
    expect(told(row)).toEqual([verdict, 'projection']);
    expect(codes(row).slice(0, 2)).toEqual(['projected', code]);
    expect(row).toMatchObject({ value: null, interval: null });
    expect(row.projection?.value).toBe(12);
    expect(row.projection?.interval[0]).toBeCloseTo(12 - reach, 12);
    expect(row.projection?.interval[1]).toBeCloseTo(12 + reach, 12);
  });

  it('of a direction is on track where all of the interval moved the right way, its end not included', () => {
    const falls = `kind: direction, direction: falls, ${series}`;
    expect(told(judged(falls, { ...level, '2022': 13, '2023-09-YTD': 1 }))).toEqual(['on-track', 'projection']);
    const still = { '2020': 5, '2021': 5, '2022': 5, '2020-06-YTD': 5, '2021-06-YTD': 5, '2022-06-YTD': 5 };
    const same = judged(`kind: direction, direction: rises, ${series}`, { ...still, '2023-06-YTD': 5 });
    expect(told(same)).toEqual(['at-risk', 'projection']);
    expect(codes(same)[1]).toBe('projection-outside');
  });

  it('of a growth is projected by proportion, and the growth judged', () => {
    const growth = series.replace('months', 'growth-rate');
    // Always half by June: 60 becomes 120, 20 % above the 100 of 2022, without any spread.
    const known = { '2020': 80, '2020-06-YTD': 40, '2021': 90, '2021-06-YTD': 45, '2022': 100, '2022-06-YTD': 50 };
    const row = judged(`kind: growth, limit: 0.2, ${growth}`, { ...known, '2023-06-YTD': 60 });
    expect(row.projection?.series).toMatchObject({ unit: 'months', soFar: 60 });
    expect(row.projection?.series.value).toBeCloseTo(120, 12);
    expect(row.projection?.value).toBeCloseTo(0.2, 12);
    expect(row.projection?.method).toBe('completion-share');
    expect(row.trendUnit).toBe('months');
    expect(row.trend.map(({ value }) => value)).toEqual([90, 100, null]);
    expect(told(judged(`kind: growth, limit: 0.19, ${growth}`, { ...known, '2023-06-YTD': 60 }))[0]).toBe('on-track');
    expect(told(judged(`kind: growth, limit: 0.21, ${growth}`, { ...known, '2023-06-YTD': 60 }))[0]).toBe('at-risk');
  });

  it.each([
    ['kind: ceiling, limit: 12', 'met'],
    ['kind: floor, limit: 12', 'not-met'],
    ['kind: hold, limit: 12, tolerance: 1', 'met'],
    ['kind: direction, direction: rises', 'not-met'],
    ['kind: qualitative, test: { kind: not-below-year-before, margin: 0 }', 'not-met'],
  ])('is judged on its value from its last day on (%s)', (keys, verdict) => {
    const known = { ...level, '2023': 11 };
    for (const effective of ['2023-12-31', '2024-02-01']) {
      expect(judged(`${keys}, ${series}`, known, effective)).toMatchObject({ verdict, value: 11, projection: null });
    }
    expect(judged(`${keys}, ${series}`, known, '2023-12-30').basis).toBe('projection');
  });

  it('of a growth is judged on its value from its last day on', () => {
    const keys = `kind: growth, limit: 0.1, ${series.replace('months', 'growth-rate')}`;
    expect(judged(keys, { '2022': 10, '2023': 11 }, '2023-12-31')).toMatchObject({ verdict: 'met', projection: null });
  });

  it('is judged on a final value that was published before its end, and projected from an estimate', () => {
    const published = `kind: floor, limit: 12, ${series.replace('computed', 'published')}`;
    const row = (status: 'final' | 'estimated') => {
      const known = Object.fromEntries(
        Object.entries({ ...level, '2023': 12 }).map(([key, value]) => [key, { value }]),
      );
      const observe = observing({ ...known, '2023': { value: 12, status } }, { origin: 'published' });
      return judge(programmeOf([published]), observe, { effective: autumn })[0];
    };
    expect(row('final')).toMatchObject({ verdict: 'met', value: 12 });
    expect(row('estimated')).toMatchObject({ verdict: 'at-risk', value: null });
  });

  it('stands in a group with its verdict', () => {
    const parts = 'parts: [{ target: T1, part: a }, { target: T2, part: b }]';
    const groups = `groups:\n  - { id: G, names: ${names}, ${parts} }`;
    const group = (first: string, second: string) => {
      const programme = programmeOf([`${first}, ${series}`, `${second}, ${series}`], groups);
      return judge(programme, observing(level), { effective: autumn }).at(-1);
    };
    const onTrack = 'kind: ceiling, limit: 15';
    const atRisk = 'kind: ceiling, limit: 12';
    expect(group(onTrack, onTrack)).toMatchObject({ target: 'G', verdict: 'on-track', basis: 'projection' });
    expect(group(onTrack, atRisk)).toMatchObject({ verdict: 'at-risk', reason: 'T2 is at risk.' });
    expect(group(atRisk, 'kind: qualitative')).toMatchObject({ verdict: 'cannot-tell' });
  });
});

describe('what a projection rests on', () => {
  const ceiling = `kind: ceiling, limit: 15, ${series}`;

  it('is told with the verdict', () => {
    const { projection } = judged(ceiling, level);
    expect(projection).toMatchObject({
      level: 0.8,
      levelProvisional: true,
      method: 'difference',
      from: ['2023-09-YTD'],
      until: '2023-09-30',
      basedOn: [
        { period: '2020', value: 11, from: ['2020-09-YTD'], soFar: 10 },
        { period: '2021', value: 12, from: ['2021-09-YTD'], soFar: 10 },
        { period: '2022', value: 13, from: ['2022-09-YTD'], soFar: 10 },
      ],
      backTest: { n: 0, hits: 0, periods: [] },
    });
    expect(codes(judged(ceiling, level))).toContain('projection-untested');
  });

  it('is tested on earlier years, each from the years before it alone', () => {
    // 2021 from 1, 2, 3: 12 ± 2.18 holds 14; 2022 from 1, 2, 3, 4: 12.5 ± 2.36 does not hold 20.
    const more = { '2018': 11, '2019': 12, '2020': 13, '2021': 14, '2022': 20 };
    const parts = Object.fromEntries([2018, 2019, 2020, 2021, 2022, 2023].map((year) => [`${year}-09-YTD`, 10]));
    const row = judged(ceiling, { ...more, ...parts });
    const { backTest } = row.projection ?? {};
    expect(backTest).toMatchObject({ n: 2, hits: 1 });
    expect(backTest?.periods.map(({ period, held }) => [period, held])).toEqual([
      ['2021', true],
      ['2022', false],
    ]);
    expect(backTest?.periods[0]?.interval[1]).toBeCloseTo(12 + reach, 12);
    expect(row.reason).toContain('in 1 of 2 earlier years such an interval held');
  });

  it('takes the level that the programme states', () => {
    const programme = programmeOf([ceiling], 'projection: { level: 0.5 }');
    const [row] = judge(programme, observing(level), { effective: autumn });
    // t for 0.5 and 2 degrees of freedom: 0.5 × √(2 ÷ (4 × 0.75 × 0.25)).
    const half = 0.5 * Math.sqrt(2 / 0.75) * Math.sqrt(4 / 3);
    expect(row?.projection).toMatchObject({ level: 0.5, levelProvisional: false });
    expect(row?.projection?.interval[1]).toBeCloseTo(12 + half, 12);
    expect(row?.reasons.map(({ code }) => code)).not.toContain('projection-level-provisional');
  });

  it('adds up the months of events, and only of events', () => {
    const months = (year: number, each: number) =>
      Object.fromEntries([1, 2, 3].map((month) => [`${year}-0${month}`, each]));
    const known = {
      ...{ '2020': 12, '2021': 12, '2022': 12 },
      ...{ ...months(2020, 1), ...months(2021, 1), '2022-Q1': 3, ...months(2023, 2) },
    };
    const row = judged(ceiling, known, autumn, 'events');
    expect(row.projection).toMatchObject({ from: ['2023-01', '2023-02', '2023-03'], until: '2023-03-31' });
    expect(row.projection?.value).toBeCloseTo(24, 12);
    expect(row.projection?.basedOn.map(({ from }) => from.length)).toEqual([3, 3, 1]);
    expect(codes(judged(ceiling, known, autumn, 'level'))).toEqual(['period-running', 'too-few-earlier-years']);
  });

  it('reads a stock at the end of the month', () => {
    const ends = Object.fromEntries([2020, 2021, 2022, 2023].map((year) => [`${year}-05`, year - 2000]));
    const known = { ...ends, '2020': 21, '2021': 22, '2022': 23 };
    const row = judged(ceiling.replace('15', '24'), known, autumn, 'stock');
    expect(row.projection).toMatchObject({ from: ['2023-05'], method: 'difference', value: 24, interval: [24, 24] });
    expect(row.verdict).toBe('on-track');
  });

  it('never looks beyond the day, nor at what is not complete', () => {
    const later = { ...level, '2023-10-YTD': 99, '2022-10-YTD': 10, '2021-10-YTD': 10, '2020-10-YTD': 10 };
    expect(judged(ceiling, later).projection?.until).toBe('2023-09-30');
    expect(judged(ceiling, later, '2023-10-31').projection?.until).toBe('2023-10-31');
    const partial = { ...later, '2023-10-YTD': { value: 99, status: 'provisional' } as const };
    expect(judged(ceiling, partial, '2023-10-31').projection?.until).toBe('2023-09-30');
    const early = { effective: '2023-11-15', knownUntil: { computed: '2023-08-31' } };
    const [row] = judge(programmeOf([ceiling]), observing(level), early);
    expect(row?.reasons.map(({ code }) => code)).toEqual(['period-running', 'no-value-so-far']);
  });

  it('goes back to months for which earlier years are known', () => {
    const known = { ...level, '2023-08-YTD': 9 };
    expect(judged(ceiling, { ...known, '2023-10-YTD': 11 }, '2023-11-01').projection?.until).toBe('2023-09-30');
  });

  it('leaves out years of another scope, bounds and other units', () => {
    const none = { 'zh-Hans': '', 'zh-Hant': '', en: '' };
    const words = { source: none, note: null, scope: none, asPublished: none };
    const publication = { series: 's', publishedOn: null, source: '', note: null, asPublished: '', words };
    const wide: Partial<ObservedValue> = { publication: { ...publication, scope: 'wide' } };
    const narrow: Partial<ObservedValue> = { publication: { ...publication, scope: 'narrow' } };
    const values = Object.entries(level).map(([key, value]) => [key, { value: Number(value), ...wide }] as const);
    const told = (more: Known) => judged(ceiling, { ...Object.fromEntries(values), ...more });
    expect(told({}).verdict).toBe('on-track');
    for (const change of [
      { value: 11, ...narrow },
      { value: 11, bound: 'lower' as const, ...wide },
      { value: 11, unit: 'marks', ...wide },
    ]) {
      const row = told({ '2020': change });
      expect(codes(row)).toEqual(['period-running', 'too-few-earlier-years']);
      expect(row.reasons[1]?.values).toMatchObject({ found: 2, needed: 3, until: '2023-09-30' });
    }
  });

  it('names what is missing', () => {
    expect(judged(ceiling, { '2022': 1 }).reasonText['zh-Hans']).toBe(
      '2023 年尚未结束；缺 2023 年已过各月的完整数值，无法推算',
    );
    expect(judged(ceiling, { '2023-09-YTD': 1 }).reason).toBe(
      '2023 is not over; 0 earlier years have both a whole value and one of the same months (here until 2023-09-30), and a projection needs 3.',
    );
    const none = judged(ceiling, { ...level, '2023-09-YTD': 0 }, autumn, 'events');
    expect(codes(none)).toEqual(['period-running', 'so-far-not-positive']);
    const growth = `kind: growth, limit: 0.1, ${series.replace('months', 'growth-rate')}`;
    const known = { ...level, '2019': 9, '2019-09-YTD': 8 };
    const without = Object.fromEntries(Object.entries(known).filter(([period]) => period !== '2022'));
    expect(codes(judged(growth, without))).toEqual(['base-missing']);
  });

  it('of a half-year begins with its own first month', () => {
    const half = ceiling.replace("'2023'", "'2023-H2'");
    const known = Object.fromEntries(
      [2020, 2021, 2022, 2023].flatMap((year) => [
        [`${year}-H2`, 10],
        [`${year}-Q3`, 6],
        [`${year}-09-YTD`, 99],
      ]),
    );
    const row = judged(half, known);
    expect(row.projection).toMatchObject({ from: ['2023-Q3'], value: 10, until: '2023-09-30' });
  });

  it('of a quotient is that of the quotients', () => {
    const share = 'unit: share, subject: { indicator: a, area: ALL }, denominator: { indicator: b, area: ALL }';
    const known = Object.fromEntries(
      [2020, 2021, 2022, 2023].flatMap((year) => [
        [`a ${year}`, 6],
        [`b ${year}`, 10],
        [`a ${year}-06-YTD`, 2],
        [`b ${year}-06-YTD`, 4],
      ]),
    );
    const row = judged(`kind: floor, limit: 0.6, ${share}, origin: computed, period: '2023'`, known);
    expect(row).toMatchObject({ verdict: 'on-track', projection: { method: 'difference', value: 0.6 } });
  });

  it('is taken back by a note that blocks', () => {
    const row = judged(`${ceiling}, notes: [{ code: counts-firms-not-smes, blocks: true }]`, level);
    expect(told(row)).toEqual(['cannot-tell', null]);
  });
});

describe('an explained verdict', () => {
  it('has the same row, and steps with the numbers that were used', () => {
    const programme = programmeOf([`kind: ceiling, limit: 15, ${series}`]);
    const ground = { effective: autumn };
    const explained = explainVerdict(programme, 'T1', observing(level), ground);
    expect(explained?.verdict).toEqual(judge(programme, observing(level), ground)[0]);
    expect(explained?.steps.map(({ text }) => text.en)).toEqual([
      'rule: at most 15 months',
      '2023 is not over; projected from the value until 2023-09-30: 10 months',
      '2020: whole 11 − same months 10 = 1',
      '2021: whole 12 − same months 10 = 2',
      '2022: whole 13 − same months 10 = 3',
      'these 3 differences: mean 2, standard deviation 1; t quantile 1.8856',
      'projected: 10 + (2) = 12.000 months',
      '80 % prediction interval (mean ± t × deviation × √(1 + 1/n)): 9.823 to 14.177 months',
      'back-test: of 0 earlier years, each projected from the years before it alone, 0 fell within the interval',
      'verdict: on track, projected 12.00 (80 % interval 9.82 to 14.18); all of the interval meets the target; too few earlier years for a back-test; the level of the interval is provisional',
    ]);
    expect(explained?.history).toHaveLength(11);
    expect(explained?.history.slice(-4).map(({ value }) => value)).toEqual([11, 12, 13, null]);
    expect(explainVerdict(programme, 'T9', observing(level), ground)).toBeNull();
  });

  it('of a growth shows what grew', () => {
    const growth = `kind: growth, limit: 0.1, ${series.replace('months', 'growth-rate')}`;
    const observe = observing({ '2022': 10, '2023': 12.5 });
    const explained = explainVerdict(programmeOf([growth]), 'T1', observe, { effective: 'latest' });
    expect(explained?.steps.map(({ text }) => text['zh-Hans'])).toEqual([
      '规则：比 2022 年增长不低于 10 %',
      '取 2023 年数值：12.5 个月',
      '取 2022 年基数：10 个月',
      '增长率：12.5 ÷ 10 − 1 = 25.00 %',
      '判定：达到，据记录计算',
    ]);
  });
});

describe('the periods that a projection looks at', () => {
  it('are the plainest for each month that is over, of the year and ten before', () => {
    const looked = periodsLookedAt('2023', '2023-03-10');
    expect(looked).toHaveLength(11 * 3);
    expect(looked.slice(0, 6)).toEqual(['2023', '2023-02-YTD', '2023-01', '2022', '2022-02-YTD', '2022-01']);
    expect(looked.at(-1)).toBe('2013-01');
  });

  it('of a half-year that begins in July are months and quarters', () => {
    const looked = periodsLookedAt('2023-H2', '2023-09-30').filter((period) => period.startsWith('2023'));
    expect(looked.toSorted()).toEqual(['2023-07', '2023-08', '2023-08-YTD', '2023-H2', '2023-Q3'].toSorted());
  });
});
