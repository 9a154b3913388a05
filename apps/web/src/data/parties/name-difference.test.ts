import { expect, it } from 'vitest';
import { nameDifference } from './name-difference.js';

it.each([
  ['广东华星光电公司', '广东华显光电公司', '广东华', '星', '光电公司'],
  ['甲公司', '甲公司', '甲公司', '', ''],
  ['甲甲公司', '甲公司', '甲', '甲', '公司'],
  ['甲公司', '甲甲公司', '甲', '', '公司'],
  ['', '甲', '', '', ''],
  ['𠮷田', '吉田', '', '𠮷', '田'],
])('%s beside %s', (name, other, before, own, behind) => {
  expect(nameDifference(name, other)).toEqual({ before, own, behind });
});
