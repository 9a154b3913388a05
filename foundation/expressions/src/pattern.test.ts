import { describe, expect, it } from 'vitest';
import { isPattern, wholeText } from './pattern.js';
import { yearsLater } from './years-later.js';

describe('isPattern', () => {
  it('takes what every engine reads alike', () => {
    for (const right of [
      '',
      'abc',
      String.raw`\d{4}[18]\d{7}`,
      '[A-HY0-9]+',
      '(a|b)?c*',
      String.raw`\.\[`,
      '发[明-晓]',
    ]) {
      expect(isPattern(right), right).toBe(true);
    }
  });

  it('refuses the rest', () => {
    const wrong = [
      '.',
      '^a',
      'a$',
      '[^a]',
      '[]',
      '[z-a]',
      '[a',
      '(a',
      'a)',
      '(a)*',
      'a**',
      'a{4,2}',
      'a{0}',
      String.raw`\w`,
    ];
    for (const text of [...wrong, '\\', '+a', '[a-]', '(?:a)', 'a{100}']) expect(isPattern(text), text).toBe(false);
  });

  it('is about the whole of a text', () => {
    expect(
      ['H04L', 'H04L 9', 'xH04L', 'H04L\n'].map((text) => wholeText(String.raw`[A-H]\d\d[A-Z]`).test(text)),
    ).toEqual([true, false, false, false]);
    expect(wholeText('a|bc').test('ac')).toBe(false);
  });
});

describe('yearsLater', () => {
  it('keeps the day, and the 28th where February has no 29th', () => {
    expect(yearsLater('2003-05-06', 20)).toBe('2023-05-06');
    expect(yearsLater('2024-02-29', 1)).toBe('2025-02-28');
    expect(yearsLater('2024-02-29', 4)).toBe('2028-02-29');
    expect(yearsLater('1896-02-29', 4)).toBe('1900-02-28');
    expect(yearsLater('9999-01-01', 1) > '9999-12-31').toBe(true);
  });
});
