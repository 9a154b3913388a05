import { describe, expect, it } from 'vitest';
import { readProgramme } from './read-programme.js';

const text = `id: p
names: { zh-Hans: 甲, zh-Hant: 甲, en: A }
number: 甲〔2023〕1号
issued_on: 2023-03-23
year: 2023
hand_in: { due: 2023-12-15, to: 司, forms: [paper, electronic] }
owners_proposed: true
targets:
  - id: T1
    names: { zh-Hans: 乙, zh-Hant: 乙, en: B }
    owners: [司]
    kind: hold
    limit: 7
    tolerance: 0.5
    unit: months
    period: '2023'
    origin: published
    subject: { indicator: period, area: ALL }
    notes: [{ code: counts-firms-not-smes, blocks: false }]
  - id: T2
    names: { zh-Hans: 丙, zh-Hant: 丙, en: C }
    kind: growth
    limit: 0.1
    unit: growth-rate
    period: '2023'
    origin: published
    subject: { indicator: amount, area: ALL }
groups:
  - { id: G, names: { zh-Hans: 丁, zh-Hant: 丁, en: D }, parts: [{ target: T1, part: a }, { target: T2, part: b }] }
`;

describe('reading a programme', () => {
  it('gives targets with what their kind asks', () => {
    const { targets, groups, handIn } = readProgramme(text, 'programmes/p.yaml');
    expect(handIn).toEqual({ due: '2023-12-15', to: '司', forms: ['paper', 'electronic'] });
    expect(targets[0]).toEqual({
      id: 'T1',
      names: { 'zh-Hans': '乙', 'zh-Hant': '乙', en: 'B' },
      owners: ['司'],
      kind: 'hold',
      limit: 7,
      tolerance: 0.5,
      unit: 'months',
      decimals: 0,
      period: '2023',
      origin: 'published',
      subject: { indicator: 'period', area: 'ALL', breakdown: {}, statistic: null },
      denominator: null,
      provisional: false,
      notes: [{ code: 'counts-firms-not-smes', blocks: false }],
      appliesToRegions: false,
      projection: null,
      revisions: [],
    });
    expect(groups[0]?.parts.map((part) => part.part)).toEqual(['a', 'b']);
  });

  it.each([
    ['kind: hold', 'kind: holds', 12, 11, 'hold'],
    ['    tolerance: 0.5\n', '', 9, 5, null],
    ['tolerance: 0.5', 'tolerance: -1', 14, 16, null],
    ['tolerance: 0.5', 'tolerence: 0.5', 14, 5, 'tolerance'],
    ['limit: 0.1', 'limit: 10 %', 23, 12, null],
    ['unit: growth-rate', 'unit: percent', 24, 11, null],
    ["period: '2023'", 'period: 2023', 16, 13, null],
    ["period: '2023'", "period: '2023H1'", 16, 13, null],
    ['code: counts-firms-not-smes', 'code: counts-firms-not-sme', 19, 21, 'counts-firms-not-smes'],
    ['indicator: amount', 'indicator: amont', 27, 27, 'amount'],
    ['due: 2023-12-15', 'due: 2023-12-32', 6, 17, null],
    ['forms: [paper, electronic]', 'forms: [fax]', 6, 43, null],
    ['{ target: T2, part: b }', '{ target: T3, part: b }', 29, 99, 'T1'],
    ['[{ target: T1, part: a }, { target: T2, part: b }]', '[{ target: T1, part: a }]', 29, 63, null],
    ['id: T2', 'id: T1', 9, 3, null],
    ['id: p', 'id: q', 1, 5, null],
  ])('places the fault of %s as %s', (from, to, line, column, didYouMean) => {
    expect(text).toContain(from);
    const context = { indicators: new Set(['period', 'amount']), id: 'p' };
    expect(() => readProgramme(text.replace(from, to), 'programmes/p.yaml', context)).toThrow(
      expect.objectContaining({
        code: 'programme-wrong',
        detail: expect.objectContaining({
          place: expect.objectContaining({ path: 'programmes/p.yaml', line, column }),
          ...(didYouMean === null ? {} : { didYouMean }),
        }),
      }),
    );
  });
});
