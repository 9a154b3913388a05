import { describe, expect, it } from 'vitest';
import { showsDay } from './date-format.js';

describe('showsDay', () => {
  it.each([
    ['yyyy\\-mm\\-dd', true],
    ['yyyy"年"m"月"d"日"', true],
    ['[$-804]yyyy"年"m"月"d"日";@', true],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', true],
    ['m/d/yy h:mm AM/PM', true],
    ['mmm', true],
    ['General', false],
    ['0.00E+00', false],
    ['#,##0.00;[Red]-#,##0.00', false],
    ['0"天"', false],
    ['0" days"', false],
    ['h:mm:ss', false],
    ['mm:ss.0', false],
    ['[h]:mm', false],
    ['[DBNum1]0', false],
    ['_-* #,##0_-', false],
    ['@', false],
  ])('%s: %s', (code, shows) => {
    expect(showsDay(164, code)).toBe(shows);
  });

  it('knows the built-in ones', () => {
    expect([0, 1, 9, 14, 18, 21, 22, 31, 32, 45, 49, 57].map((id) => showsDay(id, null))).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
      true,
      true,
      false,
      false,
      false,
      true,
    ]);
  });
});
