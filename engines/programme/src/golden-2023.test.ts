import { fileURLToPath } from 'node:url';
import { publishedObservations, readDefinitions, readPublishedFolder } from '@zhiheng/indicators';
import { describe, expect, it } from 'vitest';
import { explainVerdict } from './explain-verdict.js';
import { judge } from './judge.js';
import { observeAmong } from './observe.js';
import { readProgrammes } from './read-programmes.js';
import type { Verdict } from './verdict.js';

const folder = fileURLToPath(new URL('../../../definitions', import.meta.url));
const definitions = readDefinitions(folder);
const values = readPublishedFolder(folder);
const [programme] = readProgrammes(folder, { indicators: new Set(definitions.map(({ id }) => id)) });

function observedOn(effective: string) {
  return observeAmong(definitions.flatMap((each) => publishedObservations(each, values, { effective, vintage: null })));
}

function verdictsOn(effective: string): Verdict[] {
  if (programme === undefined) throw new Error('no programme was read');
  return judge(programme, observedOn(effective));
}

describe('the programme of 2023', () => {
  it('is told by its document', () => {
    expect(programme).toMatchObject({
      id: '2023',
      number: '国知发运字〔2023〕7号',
      issuedOn: '2023-03-23',
      year: 2023,
      handIn: { due: '2023-12-15', to: '运用促进司', forms: ['paper', 'electronic'] },
      ownersProposed: true,
    });
  });

  it('gives every department that it names in three languages', () => {
    const { handIn, targets = [], groups = [], departments = [] } = programme ?? {};
    const named = [handIn?.to ?? '', ...[...targets, ...groups].flatMap(({ owners }) => owners)];
    const known = departments.map((names) => names['zh-Hans']);
    expect([...new Set(named)].filter((name) => !known.includes(name))).toEqual([]);
    expect(departments.find((names) => names['zh-Hans'] === '战略规划司')).toEqual({
      'zh-Hans': '战略规划司',
      'zh-Hant': '戰略規劃司',
      en: 'Strategic Planning',
    });
  });
});

describe('its verdicts on the published values, all known', () => {
  const rows = verdictsOn('latest');
  const row = (target: string) => rows.find((each) => each.target === target);
  const codes = (target: string) => row(target)?.reasons.map((reason) => reason.code);

  it('stand in the order of the targets, the group after its parts', () => {
    const order = 'T1 T2 T3 T4 T5 T6 T5-6 T7 T8 T9 T10 T11 T12 T13'.split(' ');
    expect(rows.map((each) => each.target)).toEqual(order);
  });

  it('T1: 16 months, met at published precision', () => {
    expect(row('T1')).toMatchObject({
      verdict: 'met',
      basis: 'published-precision',
      kind: 'ceiling',
      value: 16,
      limit: 16,
      unit: 'months',
      indicator: 'invention-pendency',
      origin: 'published',
      group: null,
      part: null,
      interval: null,
      reason: 'At published precision.',
      reasonText: { 'zh-Hans': '按公布精度', 'zh-Hant': '按公布精度', en: 'at published precision' },
    });
    expect(row('T1')?.trend).toEqual([
      { period: '2021', value: 18.5 },
      { period: '2022', value: 16.5 },
      { period: '2023', value: 16 },
    ]);
  });

  it('T2: 94.2 %, met as a published point', () => {
    expect(row('T2')).toMatchObject({ verdict: 'met', basis: 'published-point', value: 94.2, limit: 93 });
    expect(row('T2')?.reason).toBe('Published value, no interval.');
    expect(row('T2')?.trend.map((point) => point.value)).toEqual([null, null, 94.2]);
  });

  it('T3: 7 months, held', () => {
    expect(row('T3')).toMatchObject({ verdict: 'met', basis: 'published-point', value: 7, limit: 7, kind: 'hold' });
    expect(codes('T3')).toEqual(['within-tolerance', 'published-point', 'rule-provisional']);
  });

  it('T4: at least 97 %, met by the published bound', () => {
    expect(row('T4')).toMatchObject({ verdict: 'met', basis: 'published-bound', value: 97, limit: 97 });
    expect(row('T4')?.reasonText['zh-Hans']).toBe('公布为“97 % 以上”');
  });

  it('T5: 8,539.9 over 4,868.8, met', () => {
    expect(row('T5')).toMatchObject({
      verdict: 'met',
      basis: 'published-point',
      group: 'T5-6',
      part: 'amount',
      unit: 'growth-rate',
      limit: 0.1,
    });
    expect(row('T5')?.value).toBeCloseTo(8539.9 / 4868.8 - 1, 14);
    expect(row('T5')?.value).toBeCloseTo(0.754, 3);
    expect(row('T5')?.trend.map((point) => point.value)).toEqual([3098, 4868.8, 8539.9]);
    expect(row('T5')).toMatchObject({ unit: 'growth-rate', trendUnit: '100m-cny', dataset: 'real', direction: null });
  });

  it('T5: the ends that the digits leave are told apart', () => {
    const observe = observedOn('latest');
    const explained = programme && explainVerdict(programme, 'T5', observe, { effective: 'latest' });
    // 8,539.85 ÷ 4,868.85 − 1 = 0.753977 and 8,539.95 ÷ 4,868.75 − 1 = 0.754033: alike to a hundredth of a percent.
    expect(explained?.steps.find(({ code }) => code === 'growth-span')?.values).toEqual({
      lower: '75.398 %',
      upper: '75.403 %',
    });
  });

  it('T6: cannot be told, for two reasons', () => {
    expect(row('T6')).toMatchObject({ verdict: 'cannot-tell', basis: null, value: null, limit: 0.1, part: 'firms' });
    expect(row('T6')?.reasonText).toEqual({
      'zh-Hans': '缺 2022 年基数；公布的是企业数，目标是中小企业数',
      'zh-Hant': '缺 2022 年基數；公布的是企業數，目標是中小企業數',
      en: 'no base for 2022; the series counts firms, not small and medium firms',
    });
    expect(row('T6')?.trend.map((point) => point.value)).toEqual([1.5, null, 3.7]);
  });

  it('T5-6: cannot be told, because a part cannot', () => {
    expect(row('T5-6')).toMatchObject({
      verdict: 'cannot-tell',
      group: 'T5-6',
      part: null,
      kind: 'growth',
      basis: null,
    });
    expect(row('T5-6')?.reason).toBe('T6 cannot be told.');
  });

  it('T7: 13.04 against the revised 12.60, met', () => {
    expect(row('T7')).toMatchObject({ verdict: 'met', basis: 'published-point', value: 13.04, limit: 12.6 });
    expect(row('T7')?.reason).toBe(
      'Up from 12.60 to 13.04; published value, no interval; the value for 2022 is an estimate.',
    );
    expect(row('T7')?.trend.map((point) => point.value)).toEqual([12.44, 12.6, 13.04]);
    expect(row('T7')).toMatchObject({ direction: 'rises', unit: 'percent-of-gdp', trendUnit: 'percent-of-gdp' });
  });

  it('T9: 82.04 against 81.25, met', () => {
    expect(row('T9')).toMatchObject({ verdict: 'met', basis: 'published-point', value: 82.04, limit: 81.25 });
  });

  it('T12: cannot be told, for two reasons', () => {
    expect(row('T12')).toMatchObject({ verdict: 'cannot-tell', basis: null, limit: null, unit: 'share' });
    expect(row('T12')?.value).toBeCloseTo(2.6 / 3.7, 14);
    expect(codes('T12')).toEqual(['base-missing', 'earlier-overlaps']);
    // 1.05 / 1.55 to 1.15 / 1.45, and 2.55 / 3.75 to 2.65 / 3.65
    expect(row('T12')?.reason).toBe(
      'No base for 2022; 2021 (67.7 % – 79.3 %) and this year (68.0 % – 72.6 %) overlap at their published precision.',
    );
  });

  it('T8, T10: no series; T11, T13: no test', () => {
    for (const target of ['T8', 'T10', 'T11', 'T13']) {
      expect(row(target)).toMatchObject({ verdict: 'cannot-tell', basis: null, value: null, indicator: null });
    }
    expect(codes('T8')).toEqual(['no-series']);
    expect(codes('T10')).toEqual(['no-series']);
    expect(codes('T11')).toEqual(['no-test']);
    expect(codes('T13')).toEqual(['no-test']);
  });

  it('all have names, a sentence and words in three languages', () => {
    for (const each of rows) {
      expect(each.reason, each.target).toMatch(/^[A-Z0-9].*\.$/);
      for (const text of [...Object.values(each.names), ...Object.values(each.reasonText)]) expect(text).not.toBe('');
      expect(each.trend.map((point) => point.period)).toEqual(['2021', '2022', '2023']);
    }
  });
});

describe('its verdicts at the end of 2023', () => {
  const rows = verdictsOn('2023-12-31');

  it('can tell nothing, for no value of 2023 was out', () => {
    expect(rows.map((row) => row.verdict)).toEqual(rows.map(() => 'cannot-tell'));
    const first = rows.find((row) => row.target === 'T1');
    expect(first).toMatchObject({ value: null, limit: 16, basis: null, reason: 'No value for 2023.' });
    expect(first?.trend.map((point) => point.value)).toEqual([18.5, 16.5, null]);
  });

  it('do not fall back on a superseded value', () => {
    const share = rows.find((row) => row.target === 'T7');
    expect(share?.trend.map((point) => point.value)).toEqual([12.44, null, null]);
    expect(share?.reasons.map((reason) => reason.code)).toEqual(['value-missing', 'base-missing']);
  });

  it('come with each publication', () => {
    const at = (day: string) =>
      verdictsOn(day)
        .filter((row) => row.verdict === 'met')
        .map((row) => row.target);
    expect(at('2024-01-03')).toEqual([]);
    expect(at('2024-01-04')).toEqual(['T1', 'T2', 'T3', 'T4']);
    expect(at('2024-03-30')).toEqual(['T1', 'T2', 'T3', 'T4', 'T5', 'T9']);
    expect(at('2024-12-30')).not.toContain('T7');
    expect(at('2024-12-31')).toContain('T7');
  });
});
