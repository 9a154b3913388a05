import { describe, expect, it } from 'vitest';
import { nameDifference } from './name-distance.js';
import { type NamePair, type PairSide, type PairSigns, scorePair } from './score-pair.js';

const side: PairSide = { code: null, holderType: null, city: '440300', province: '440000', person: false };
const nothing: PairSigns = {
  ...{ names: [], address: null, people: [], agency: null, nearCode: null, stem: null },
  ...{ branch: false, joint: 0 },
};
const near = (left: string, right: string): NamePair => ({ left, right, neighbours: 1, sign: 'letters' });
const house = { text: '创新路1号', parties: 2 };
const misspelt = near('深圳拟岚澜科技', '深圳拟岚栏科技');

describe('two parties', () => {
  it('are one by a character apart at one address', () => {
    const { certain, relation, score, evidence } = scorePair(side, side, {
      ...nothing,
      names: [misspelt],
      address: house,
    });
    expect([certain, relation, score]).toEqual([true, 'same?', 0.93]); // 1 - 0.35 * 0.2
    expect(evidence.map(({ kind, weight }) => [kind, weight])).toEqual([
      ['one-character', 0.65],
      ['same-address', 0.8],
    ]);
  });

  it.each([
    ['a character apart alone', side, side, { names: [misspelt] }, 0.65],
    [
      'what tells them apart is a number',
      side,
      side,
      { names: [near('拟岚第一医院', '拟岚第二医院')], address: house },
      0.28,
    ],
    ['both hold a record', side, side, { names: [misspelt], address: house, joint: 1 }, 0.37],
    [
      'one is a school',
      { ...side, holderType: 'university' },
      { ...side, holderType: 'enterprise' },
      { names: [misspelt], address: house },
      0.65,
    ],
    [
      'the same name in two provinces',
      side,
      { ...side, city: '320100', province: '320000' },
      { names: [near('拟岚科技', '拟岚科技')] },
      0.5,
    ],
    ['no name, one house, one inventor: as after a change of name', side, side, { address: house, people: [2] }, 0.62],
  ] as const)('wait where %s', (_, a, b, signs, score) => {
    const found = scorePair(a, b, { ...nothing, ...signs });
    expect(found.certain).toBe(false);
    expect(found.relation).toBe(score >= 0.5 ? 'same?' : 'related');
    if (score >= 0.5) expect(found.score).toBe(score);
  });

  it.each([
    ['their codes differ', { ...side, code: 'A' }, { ...side, code: 'B' }, {}],
    ['one is a branch', side, side, { branch: true }],
    ['they are persons', { ...side, person: true }, { ...side, person: true }, {}],
  ] as const)('are related at most where %s', (_, a, b, signs) => {
    const found = scorePair(a, b, { ...nothing, names: [misspelt], address: house, people: [2, 2], ...signs });
    expect([found.certain, found.relation]).toEqual([false, 'related']);
  });

  it('share little with many', () => {
    const many = { text: '创新路1号', parties: 20 };
    expect(scorePair(side, side, { ...nothing, address: many }).relation).toBeNull(); // 0.8 / sqrt(19) = 0.18
    expect(scorePair(side, side, { ...nothing, address: house }).relation).toBe('related');
    const crowded = { ...misspelt, neighbours: 3 };
    expect(scorePair(side, side, { ...nothing, names: [crowded] }).relation).toBeNull(); // 0.65 / 3
  });
});

it.each([
  ['深圳拟岚科技', '深圳拟岚科技', 0, false],
  ['深圳拟岚科技', '深圳拟澜科技', 1, false],
  ['深圳拟岚科技', '深圳拟科技', 1, false],
  ['深圳拟岚科技', '深圳岚拟科技', 1, false],
  ['深圳拟岚科技', '广州拟岚科技', 2, false],
  ['深圳拟岚一科技', '深圳拟岚科技', 1, true],
  ['深圳拟岚东区', '深圳拟岚西区', 1, true],
  ['PLANT A', 'PLANT B', 1, true],
  ['MICROSOFT', 'MICROSOFD', 1, false],
  ['ABCDEF', 'UVWXYZ', 3, false],
])('%s and %s are %i apart', (a, b, distance, numeral) => {
  const [one, other] = [nameDifference(a, b), nameDifference(b, a)];
  expect([one.distance, one.numeral]).toEqual([distance, numeral]);
  expect([other.distance, other.numeral]).toEqual([distance, numeral]);
});
