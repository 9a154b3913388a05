import { isLanguage, type Language, languages, UserFault } from '@zhiheng/vocabulary';

/** What the option `--language` says of itself where codes have names. */
export const languageOfNames = languageOf('the names of codes');

/** What it says of itself where a publication is told. */
export const languageOfPublications = languageOf('publications');

function languageOf(what: string): string {
  return `of ${what}: ${languages.join(', ')}; left out: that of the terminal`;
}

/** The language that names are told in: the one asked for, else that of the terminal, else English. Throws `usage`. */
export function readersLanguage(asked: string | undefined, environment: NodeJS.ProcessEnv = process.env): Language {
  if (isLanguage(asked)) return asked;
  if (asked !== undefined) {
    throw new UserFault('usage', {
      found: asked,
      expected: languages.join(', '),
      values: { what: 'no such language' },
    });
  }
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((one) => one !== undefined && one !== '') ?? '';
  if (/^zh[_-](?:TW|HK|MO|Hant)/i.test(locale)) return 'zh-Hant';
  return /^zh\b|^zh_/i.test(locale) ? 'zh-Hans' : 'en';
}
