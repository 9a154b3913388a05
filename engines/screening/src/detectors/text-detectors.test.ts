import { afterAll, describe, expect, it } from 'vitest';
import { type Made, MadeOffice, type RelatedParties } from '../../test/made-office.js';
import type { TextPair } from '../near/model.js';

const claim = '一种离心泵，其特征在于：包括壳体，所述壳体内设有可转动的叶轮，所述叶轮与电机相连。';
const other = claim.replaceAll('叶轮', '转盘').replaceAll('电机', '气缸');
const base: Made = { filed: '2022-05-01', holder: '甲公司', area: '440300', title: '一种离心泵', claim };
const pair = (a: string, b: string, more: Partial<TextPair> = {}): TextPair => ({
  ...{ a, b, field: 'claim', jaccard: 0.8, containment: 0.8, kind: 'near' },
  ...more,
});

const offices: MadeOffice[] = [];
afterAll(() => {
  for (const office of offices) office.close();
});
async function office(applications: Readonly<Record<string, Made>>, related: RelatedParties[] = []) {
  const made = await MadeOffice.of(applications, related);
  offices.push(made);
  return made;
}

describe('near copies', () => {
  it('name both applications of one holder, with the shared passage, and of two holders the later alone', async () => {
    const made = await office({
      'CN:1': base,
      'CN:2': { ...base, filed: '2022-05-02' },
      'CN:3': { ...base, filed: '2022-05-03', holder: '乙公司' },
    });
    const pairs = [pair('CN:1', 'CN:2'), pair('CN:2', 'CN:3', { jaccard: 0.7 })];
    const { findings, ids } = await made.detect('near-copy', { pairs });
    expect(ids).toEqual(['CN:1', 'CN:2', 'CN:3']);
    // From 0.6 to 1 the strength goes from 0.5 to 1 where holders are connected, from 0.3 to 0.6 where nothing connects them.
    expect(findings[0]?.strength).toBeCloseTo(0.75, 12);
    expect(findings[2]?.strength).toBeCloseTo(0.375, 12);
    expect(findings[2]?.evidence).toMatchObject({
      total: 1,
      // Without the full stop, which is left out where texts are compared.
      others: [
        {
          application: 'CN:2',
          facts: { relation: 'none', jaccard: 0.7 },
          passages: [{ at: 0, text: claim.slice(0, -1) }],
        },
      ],
    });
    // Of the second, the first is a copy that its holder answers for; the third is not its doing.
    expect(findings[1]?.evidence.others.map(({ application }) => application)).toEqual(['CN:1']);
  });

  it('are connected by one address, one agency, or parties that the release tells as related, not by a proposal that two are one', async () => {
    const later = { ...base, filed: '2022-05-02' };
    const made = await office(
      {
        'CN:1': { ...base, address: '深圳市南山区1号', agency: '代' },
        'CN:2': { ...later, holder: '乙', address: '深圳市 南山区１号' },
        'CN:3': { ...later, holder: '丙', agency: '代' },
        'CN:4': { ...later, holder: '丁' },
        'CN:5': { ...later, holder: '戊' },
      },
      [
        ['丁', '甲公司'],
        ['戊', '甲公司', 'same?'],
      ],
    );
    const pairs = ['CN:2', 'CN:3', 'CN:4', 'CN:5'].map((b) => pair('CN:1', b));
    const { findings } = await made.detect('near-copy', { pairs });
    const relations = findings.slice(1).map(({ evidence }) => evidence.others[0]?.facts.relation);
    expect(relations).toEqual(['one-address', 'one-agency', 'related-parties', 'none']);
  });

  it('are none below the threshold, in titles alone, and outside of the days of the rule', async () => {
    const made = await office({ 'CN:1': base, 'CN:2': base, 'CN:3': { ...base, filed: '2021-03-10' } });
    const pairs = [
      pair('CN:1', 'CN:2', { jaccard: 0.59 }),
      pair('CN:1', 'CN:2', { field: 'title', jaccard: 1 }),
      pair('CN:3', 'CN:2', { jaccard: 0.9 }),
    ];
    expect((await made.detect('near-copy', { pairs })).ids).toEqual(['CN:2']);
  });

  it('are passages that stand in a longer text too', async () => {
    const made = await office({ 'CN:1': base, 'CN:2': { ...base, claim: `${claim}${other}${other}` } });
    const contained = { kind: 'contained', jaccard: 0.3, containment: 0.9 } as const;
    const { findings, ids } = await made.detect('near-copy', { pairs: [pair('CN:1', 'CN:2', contained)] });
    expect(ids).toEqual(['CN:1', 'CN:2']);
    expect(findings[0]?.evidence.others[0]?.facts).toMatchObject({ measure: 'containment', containment: 0.9 });
    const less = await made.detect('near-copy', { pairs: [pair('CN:1', 'CN:2', { ...contained, containment: 0.79 })] });
    expect(less.ids).toEqual([]);
  });

  it('except families, and one invention filed as both kinds by one holder on one day', async () => {
    const made = await office({
      'CN:1': { ...base, family: 'F' },
      'CN:2': { ...base, family: 'F' },
      'CN:3': { ...base, kind: 'utility_model' },
      'CN:4': { ...base, kind: 'utility_model', filed: '2022-05-02' },
    });
    const two = await made.detect('near-copy', { pairs: [pair('CN:1', 'CN:2'), pair('CN:1', 'CN:3')] });
    expect(two).toMatchObject({ findings: [], excepted: { 'same-family': 2, 'two-kinds-one-day': 2 } });
    expect((await made.detect('near-copy', { pairs: [pair('CN:1', 'CN:4')] })).ids).toEqual(['CN:1', 'CN:4']);
  });
});

describe('changed titles', () => {
  it('are found where the bodies are the same and the titles are not', async () => {
    const made = await office({
      'CN:1': base,
      'CN:2': { ...base, title: '一种排水机' },
      'CN:3': { ...base, title: '一種離心泵' },
    });
    const same = { jaccard: 1, kind: 'same' } as const;
    const pairs = [pair('CN:1', 'CN:2', same), pair('CN:1', 'CN:3', same)];
    const { findings, ids } = await made.detect('title-only', { pairs });
    expect(ids).toEqual(['CN:1', 'CN:2']);
    // 一种 种离 离心 心泵 and 一种 种排 排水 水机: one of seven.
    expect(findings[1]?.evidence.others[0]?.facts).toMatchObject({ title: '一种离心泵', titles: 1 / 7 });
  });
});

describe('templates', () => {
  it('show the words that are exchanged', async () => {
    const made = await office({ 'CN:1': base, 'CN:2': { ...base, claim: other }, 'CN:3': base });
    const pairs = [pair('CN:1', 'CN:2', { jaccard: 0.4 }), pair('CN:1', 'CN:3', { jaccard: 1, kind: 'same' })];
    const { findings, ids } = await made.detect('template-slots', { pairs });
    expect(ids).toEqual(['CN:1', 'CN:2']);
    expect(findings[0]?.evidence.others).toHaveLength(1);
    expect(findings[0]?.evidence.others[0]?.slots).toEqual([
      { own: '叶轮', other: '转盘', times: 2 },
      { own: '电机', other: '气缸', times: 1 },
    ]);
    // Of the characters six are exchanged, and one, 与, stands alone between two of them.
    expect(findings[0]?.statistic).toBeCloseTo(([...claim].length - 7) / [...claim].length, 12);
  });
});

describe('recombination', () => {
  it('names the later application where two sources are in it, and none with one', async () => {
    const later = { ...base, filed: '2022-06-01' };
    const made = await office({ 'CN:1': base, 'CN:2': base, 'CN:3': later, 'CN:4': later });
    const from = (a: string, b: string, containment: number) =>
      pair(a, b, { kind: 'recombined', jaccard: 0.3, containment });
    const pairs = [from('CN:1', 'CN:3', 0.5), from('CN:2', 'CN:3', 0.4), from('CN:1', 'CN:4', 0.9)];
    const { findings, ids } = await made.detect('recombination', { pairs });
    expect(ids).toEqual(['CN:3']);
    expect(findings[0]?.statistic).toBe(0.4);
    expect(findings[0]?.evidence.others.map(({ application }) => application)).toEqual(['CN:1', 'CN:2']);
  });
});

describe('earlier publications', () => {
  it('count when they came out before the filing day, and were of somebody else', async () => {
    const published = { ...base, published: '2022-07-01' };
    const later = { ...base, holder: '乙公司' };
    const made = await office({
      'CN:1': published,
      'CN:2': { ...later, filed: '2022-07-01' },
      'CN:3': { ...later, filed: '2022-07-02' },
      'CN:4': { ...base, filed: '2022-07-02' },
    });
    const contained = { kind: 'contained', jaccard: 0.1, containment: 0.6 } as const;
    const pairs = ['CN:2', 'CN:3', 'CN:4'].map((b) => pair('CN:1', b, contained));
    const detected = await made.detect('earlier-publication', { pairs });
    expect(detected.ids).toEqual(['CN:3']);
    expect(detected.excepted).toEqual({ 'one-holder': 1 });
    expect(detected.findings[0]?.evidence.others[0]?.facts).toMatchObject({ measure: 'containment', value: 0.6 });
  });

  it('are grants too, where nothing else was published before', async () => {
    const later = { ...base, holder: '乙公司', filed: '2022-07-02' };
    const made = await office({ 'CN:1': { ...base, granted: '2022-07-01', published: '2023-01-01' }, 'CN:2': later });
    const found = { pairs: [pair('CN:1', 'CN:2', { jaccard: 0.7 })] };
    expect((await made.detect('earlier-publication', found)).ids).toEqual(['CN:2']);
    const after = await office({ 'CN:1': { ...base, granted: '2022-07-02' }, 'CN:2': later });
    expect((await after.detect('earlier-publication', found)).ids).toEqual([]);
  });
});
