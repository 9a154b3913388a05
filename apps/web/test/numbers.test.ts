import { describe, expect, test } from 'vitest';
import { shareText } from '../src/figure/share-text.js';
import { formatNumber, minus, numberText } from '../src/numbers/format-number.js';
import { convert, decimalsOfStep, formOf, quantityOf, quantityText } from '../src/numbers/quantity.js';

const zh = (decimals: number, more = {}) => ({ language: 'zh-Hans' as const, decimals, ...more });

describe('numbers as text', () => {
  test('are rounded on their decimal digits, half away from zero', () => {
    expect(numberText(1.005, zh(2))).toBe('1.01');
    expect(numberText(2.5, zh(0))).toBe('3');
    expect(numberText(-2.5, zh(0))).toBe(`${minus}3`);
    expect(numberText(0.285, zh(0, { shift: 2 }))).toBe('29');
    expect(numberText(8.345, zh(2))).toBe('8.35');
  });

  test('keep their decimals and their group separators', () => {
    expect(formatNumber(16, zh(1))).toEqual({ whole: '16', fraction: '.0' });
    expect(formatNumber(1234567.8, zh(1))).toEqual({ whole: '1,234,567', fraction: '.8' });
    expect(numberText(4868.8, { language: 'zh-Hant', decimals: 1 })).toBe('4,868.8');
    expect(numberText(4868.8, { language: 'en', decimals: 0 })).toBe('4,869');
  });

  test('carry a true minus, a plus only when asked, and no sign at zero', () => {
    expect(numberText(-0.5, zh(1))).toBe('\u22120.5');
    expect(numberText(0.754, zh(1, { shift: 2, signed: true }))).toBe('+75.4');
    expect(numberText(-0.0004, zh(1, { signed: true }))).toBe('0.0');
  });

  test('of shares have three decimals, a whole record none', () => {
    expect([1, 2 / 3, 0.5].map((share) => shareText({ language: 'en' }, share))).toEqual(['1', '0.667', '0.500']);
  });

  test('very small and very large numbers are written out', () => {
    expect(numberText(1e-7, zh(7))).toBe('0.0000001');
    expect(numberText(1e21, zh(0))).toBe('1,000,000,000,000,000,000,000');
  });
});

describe('quantities', () => {
  test('shares and rates are percent, the unit is in the language of the page', () => {
    expect(quantityText(0.754, { unit: 'growth-rate', decimals: 1 }, 'en')).toBe('+75.4 %');
    expect(quantityText(0.4321, { unit: 'share', decimals: 1 }, 'en')).toBe('43.2 %');
    expect(quantityText(166.5, { unit: '10k-patents', decimals: 1 }, 'zh-Hans')).toBe('166.5 万件');
    expect(quantityText(166.5, { unit: '10k-patents', decimals: 1 }, 'zh-Hant')).toBe('166.5 萬件');
    expect(quantityText(8539.9, { unit: '100m-cny', decimals: 1 }, 'zh-Hans')).toBe('8,539.9 亿元');
    expect(quantityOf(16, { unit: 'months', decimals: 1 }, 'en').symbol).toBe('months');
  });

  test('a published value is written to its precision, a count without decimals, others by the definition', () => {
    expect(formOf({ unit: '10k-patents', precision: 0.1, statistic: null }, 0).decimals).toBe(1);
    expect(formOf({ unit: 'months', precision: 0.5, statistic: null }, 2).decimals).toBe(1);
    expect(formOf({ unit: 'months', precision: 1, statistic: null }, 1).decimals).toBe(0);
    expect(formOf({ unit: 'applications', precision: null, statistic: 'n' }, 1).decimals).toBe(0);
    // Records that holders share count in parts.
    expect(formOf({ unit: 'applications', precision: null, statistic: null, value: 5.667 }, 2).decimals).toBe(2);
    expect(formOf({ unit: 'applications', precision: null, statistic: null, value: 6 }, 2).decimals).toBe(0);
    expect(formOf({ unit: 'months', precision: null, statistic: 'mean' }, 2).decimals).toBe(2);
    // A share told to a thousandth is one told to a tenth of a percent.
    expect(formOf({ unit: 'share', precision: 0.001, statistic: null }, 0).decimals).toBe(1);
    expect(formOf({ unit: 'share', precision: null, statistic: null }, 1).decimals).toBe(1);
  });

  test('decimals of a step', () => {
    expect([1, 0.5, 0.1, 0.01, 1e-7, 10].map(decimalsOfStep)).toEqual([0, 1, 1, 2, 7, 0]);
  });

  test('units of one base convert, others do not', () => {
    expect(convert(69.6, '10k-patents', 'patents')).toBe(696_000);
    expect(convert(798_347, 'patents', '10k-patents')).toBe(79.8347);
    expect(convert(1, 'months', 'patents')).toBeNull();
  });
});
