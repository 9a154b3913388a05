import { describe, expect, it } from 'vitest';
import { namedBreakdown } from './named-breakdown.js';

describe('a breakdown as a person reads it', () => {
  const names = { wipo_field: { 'zh-Hans': '机器工具', 'zh-Hant': '機器工具', en: 'Machine tools' } };

  it('says a code and its name, in the language of the reader', () => {
    const row = { breakdown: { kind: 'invention', wipo_field: '26' }, names };
    expect(namedBreakdown(row, 'en')).toBe('kind=invention,wipo_field=26 Machine tools');
    expect(namedBreakdown(row, 'zh-Hant')).toBe('kind=invention,wipo_field=26 機器工具');
  });

  it('says the code alone where it has no name, and nothing of a total', () => {
    expect(namedBreakdown({ breakdown: { wipo_field: 'not-told' } }, 'en')).toBe('wipo_field=not-told');
    expect(namedBreakdown({ breakdown: {}, names }, 'en')).toBe('');
  });
});
