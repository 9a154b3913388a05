import { describe, expect, it } from 'vitest';
import { readersLanguage } from './readers-language.js';

describe('the language of names in the terminal', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh-Hans'],
    [{ LANG: 'zh' }, 'zh-Hans'],
    [{ LANG: 'zh_TW.UTF-8' }, 'zh-Hant'],
    [{ LANG: 'zh_HK' }, 'zh-Hant'],
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'C' }, 'en'],
    [{}, 'en'],
    [{ LC_ALL: 'zh_TW', LANG: 'zh_CN' }, 'zh-Hant'],
    [{ LC_ALL: '', LANG: 'zh_CN' }, 'zh-Hans'],
  ])('of %j is %s', (environment, language) => {
    expect(readersLanguage(undefined, environment)).toBe(language);
  });

  it('is the one asked for, whatever the terminal says', () => {
    expect(readersLanguage('zh-Hant', { LANG: 'en_GB' })).toBe('zh-Hant');
    expect(() => readersLanguage('fr', {})).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});
