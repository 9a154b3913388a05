import { expect, test } from 'vitest';
import { limitOf } from './limit-of.js';
import { regionsToPropose } from './regions-to-propose.js';

test.each([
  ['15.5', 'months', 15.5],
  ['10.5', 'growth-rate', 0.105],
  ['0.07', 'share', 0.0007],
  ['-3', 'growth-rate', -0.03],
  ['57.3', 'share', 0.573],
  [' 16 ', 'months', 16],
  ['', 'months', null],
  ['1e3', 'months', null],
  ['16,5', 'months', null],
] as const)('%s in %s is %s', (typed, unit, limit) => {
  expect(limitOf(typed, unit)).toBe(limit);
});

test('regions are proposed for where somebody may', () => {
  const overlay = ['overlay'] as const;
  expect(regionsToPropose({ acts: [], areas: null }, null)).toEqual([]);
  expect(regionsToPropose({ acts: overlay, areas: null }, null)).toEqual(['all']);
  expect(regionsToPropose({ acts: overlay, areas: ['440000'] }, null)).toEqual(['440000']);
  expect(regionsToPropose({ acts: overlay, areas: ['440000'] }, '440300')).toEqual(['440300']);
  expect(regionsToPropose({ acts: overlay, areas: ['440300'] }, '440000')).toEqual([]);
  expect(regionsToPropose({ acts: overlay, areas: ['440000'] }, '330000')).toEqual([]);
});
