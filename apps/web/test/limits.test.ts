import type { Verdict } from '@zhiheng/programme';
import { expect, test } from 'vitest';
import { limitText } from '../src/overview/limit-text.js';
import { inReadingOrder } from '../src/overview/target-order.js';
import type { Words } from '../src/words/words.js';

const words: Words = {
  language: 'en',
  word: (id, values) => [id, ...Object.values(values ?? {})].join(' '),
  own: (text) => text.en,
};
const limit = (change: Partial<Verdict>) =>
  limitText(words, { kind: 'floor', limit: null, direction: null, unit: null, decimals: 0, ...change });

test('a limit is written as the target asks for it, with the decimals it needs', () => {
  expect(limit({ kind: 'ceiling', limit: 16, unit: 'months', decimals: 1 })).toBe('≤ 16 months');
  expect(limit({ limit: 93, unit: 'percent' })).toBe('≥ 93 %');
  expect(limit({ kind: 'growth', limit: 0.1, unit: 'growth-rate', decimals: 1 })).toBe('≥ 10 %');
  expect(limit({ kind: 'growth', limit: 0.125, unit: 'growth-rate' })).toBe('≥ 12.5 %');
  expect(limit({ kind: 'hold', limit: 7, unit: 'months' })).toBe('limit.hold 7 months');
  const direction = { kind: 'direction', unit: 'percent-of-gdp', decimals: 2 } as const;
  expect(limit({ ...direction, direction: 'rises', limit: 12.6 })).toBe('limit.rises 12.60 % of GDP');
  expect(limit({ ...direction, direction: 'falls', limit: 12.6 })).toBe('limit.falls 12.60 % of GDP');
  expect(limit({ ...direction, direction: 'falls' })).toBe('direction.falls');
  expect(limit({ kind: 'qualitative' })).toBe('target-kind.qualitative');
});

test('a group is read before its parts, whatever the order of the rows', () => {
  const row = (target: string, group: string | null, part: string | null) => ({ target, group, part }) as Verdict;
  const rows = [
    row('T4', null, null),
    row('T5', 'G', 'a'),
    row('T6', 'G', 'b'),
    row('G', 'G', null),
    row('T7', null, null),
  ];
  expect(inReadingOrder(rows).map(({ target }) => target)).toEqual(['T4', 'G', 'T5', 'T6', 'T7']);
});
