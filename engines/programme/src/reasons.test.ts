import { languages } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { reasonSentence, reasonTable, reasonWords } from './reasons.js';

describe('reasons', () => {
  it('ask for the same values in all three languages', () => {
    for (const [code, texts] of Object.entries(reasonTable)) {
      const asked = languages.map((language) =>
        [...texts[language].matchAll(/\{(\w+)\}/g)].map((hit) => hit[1]).sort(),
      );
      expect(asked[1], code).toEqual(asked[0]);
      expect(asked[2], code).toEqual(asked[0]);
    }
  });

  it('put periods and units into words', () => {
    const missing = { code: 'value-missing', values: { period: '2022' } } as const;
    const units = { code: 'units-differ', values: { period: '2023-H1', unit: 'months' } } as const;
    expect(reasonWords([missing, units])).toEqual({
      'zh-Hans': '缺 2022 年数值；2023-H1 的单位（个月）不可比',
      'zh-Hant': '缺 2022 年數值；2023-H1 的單位（個月）不可比',
      en: 'no value for 2022; the unit for 2023-H1 (months) cannot be compared',
    });
    expect(reasonSentence([missing])).toBe('No value for 2022.');
  });

  it('never leave a value out', () => {
    expect(() => reasonWords([{ code: 'value-missing', values: {} }])).toThrow('lacks its value period');
  });
});
