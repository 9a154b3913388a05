import type { IndicatorListItem, IndicatorValue } from '@zhiheng/office';
import { expect, test } from 'vitest';
import { readIndicatorsState } from '../src/indicators/indicators-state.js';
import { choicesOf, matches, narrowed } from '../src/indicators/narrow-indicators.js';

const item = (id: string, change: Partial<IndicatorListItem>): IndicatorListItem => ({
  id,
  names: { 'zh-Hans': id, 'zh-Hant': id, en: id },
  summary: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  unit: 'patents',
  kind: 'flow',
  provisional: false,
  decimals: 0,
  better: null,
  table: 'patents',
  sought: id,
  ...change,
});
const items = [
  item('grants', { sought: 'grants\n专利授权量\n專利授權量\npatents granted' }),
  item('pendency', { kind: 'duration', unit: 'months', provisional: true, sought: 'pendency\n审查周期' }),
  item('pledges', { kind: 'reported', unit: '100m-cny', table: null, sought: 'pledges' }),
];
const values = new Map([['grants', { indicator: 'grants' } as IndicatorValue]]);
const ids = (found: readonly IndicatorListItem[]) => found.map(({ id }) => id);

test('every word has to be there, in whatever letters', () => {
  const [grants] = items;
  if (grants === undefined) throw new Error('items are expected');
  expect(matches(grants, 'Patents ＧＲＡＮＴ')).toBe(true);
  expect(matches(grants, '專利 授权')).toBe(true);
  expect(matches(grants, 'patents pledge')).toBe(false);
});

test('conditions narrow together, and values count once they are known', () => {
  expect(ids(narrowed(items, { kind: 'duration' }, null))).toEqual(['pendency']);
  expect(ids(narrowed(items, { table: 'none' }, null))).toEqual(['pledges']);
  expect(ids(narrowed(items, { values: 'yes' }, values))).toEqual(['grants']);
  expect(ids(narrowed(items, { values: 'yes' }, null))).toEqual([]);
  expect(ids(narrowed(items, { provisional: 'no', unit: 'patents', words: 'grant' }, values))).toEqual(['grants']);
});

test('a choice tells how many it leaves beside the other conditions, its own left aside', () => {
  expect(choicesOf(items, { kind: 'duration', provisional: 'yes' }, null, 'kind')).toEqual([
    { value: 'duration', count: 1 },
    { value: 'flow', count: 0 },
    { value: 'reported', count: 0 },
  ]);
  expect(choicesOf(items, { unit: 'furlongs' }, null, 'unit').at(-1)).toEqual({ value: 'furlongs', count: 0 });
});

test('the address keeps what it knows', () => {
  expect(readIndicatorsState({ words: '专利', kind: 'flow', noise: 'x', unit: '' })).toEqual({
    words: '专利',
    kind: 'flow',
  });
});
