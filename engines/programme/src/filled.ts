import { isUnit, type Language, type LocalizedText, languages, OwnFault, units } from '@zhiheng/vocabulary';

/**
 * Words with their values in place, in three languages. `{period}` is a period and `{unit}` the id of a unit, both put into words. `code` names the
 * words in the fault of a value that lacks.
 */
export function filled(
  words: LocalizedText,
  code: string,
  values: Readonly<Record<string, string | number>>,
): LocalizedText {
  const said = languages.map((language) => [language, phrase(words[language], code, values, language)]);
  return Object.fromEntries(said) as unknown as LocalizedText;
}

function phrase(
  words: string,
  code: string,
  values: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  const text = words.replaceAll(/\{(\w+)\}/g, (_, key: string) => {
    const value = values[key];
    if (value === undefined) throw new OwnFault(`the reason ${code} lacks its value ${key}`);
    if (key === 'period') return periodWords(String(value), language);
    return key === 'unit' && isUnit(value) ? units[value].symbol[language] : String(value);
  });
  return text.replaceAll('  ', ' ').trim();
}

function periodWords(period: string, language: Language): string {
  if (language === 'en') return period;
  return /^\d{4}$/.test(period) ? `${period} 年` : `${period} `;
}
