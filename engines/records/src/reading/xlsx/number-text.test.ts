import { describe, expect, it } from 'vitest';
import { dayWriter } from '../table/day-writer.js';
import { columnIndex, columnName } from './cell-reference.js';
import { numberText } from './number-text.js';

describe('numberText', () => {
  it.each([
    ['202310123456', '202310123456'],
    ['2.02310123456E11', '202310123456'],
    ['2.02310123456E+11', '202310123456'],
    ['202310123456.7', '202310123456.7'],
    ['202310123456.70001', '202310123456.7'],
    ['0.1', '0.1'],
    ['0.30000000000000004', '0.3'],
    ['007', '007'],
    ['-3', '-3'],
    ['7.0', '7'],
    ['x', null],
    ['', null],
    ['1E999', null],
  ])('%s → %s', (given, text) => {
    expect(numberText(given)).toBe(text);
  });
});

describe('columns of a sheet', () => {
  it.each([
    ['A1', 0],
    ['B12', 1],
    ['Z1', 25],
    ['AA1', 26],
    ['AZ9', 51],
    ['BA9', 52],
    ['XFD1048576', 16_383],
    ['XFE1', null],
    ['12', null],
  ])('%s is column %s', (reference, index) => {
    expect(columnIndex(reference)).toBe(index);
    if (index !== null) expect(reference.startsWith(columnName(index))).toBe(true);
  });
});

describe('dayWriter', () => {
  it.each([
    ['YYYY-MM-DD', '2023-02-08'],
    ['YYYY.M.D', '2023.2.8'],
    ['YYYY年M月D日', '2023年2月8日'],
    ['DD/MM/YYYY', '08/02/2023'],
  ])('%s', (pattern, text) => {
    const write = dayWriter(pattern);
    expect([write('2023-02-08'), write('2023-02-08')]).toEqual([text, text]);
  });
});
