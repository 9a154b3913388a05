import { describe, expect, it } from 'vitest';
import { anchored, isPattern, wholeText } from './pattern.js';

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

describe('anchored', () => {
  it('writes digits out and keeps what is escaped', () => {
    expect(anchored(String.raw`\d{2}\.\\d|\\`, '^', '$')).toBe(String.raw`^(?:[0-9]{2}\.\\d|\\)$`);
  });
});
