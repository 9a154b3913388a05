import type { Words } from '../words/words.js';

const forms: readonly (readonly [RegExp, string, string])[] = [
  [/^a day of the calendar up to 2100, as ([A-Z/.年月日-]+)$/, 'expected.day', 'form'],
  [/^one of (.+)$/s, 'expected.one-of', 'list'],
  [/^another office folder$/, 'expected.other-folder', ''],
  [/^a GB\/T 2260 code of a province, city or county, or an ST\.3 code$/, 'expected.place', ''],
  [/^an area in (\d{6})$/, 'expected.area-in', 'area'],
  [/^at most (\d[\d,]*)$/, 'expected.at-most', 'limit'],
];

/** What would be right, in the page's language where it has words for it; null where only the software's English says it. */
export function expectedWords({ word, language }: Words, expected: string): string | null {
  if (language === 'en') return expected;
  for (const [form, message, name] of forms) {
    const found = form.exec(expected);
    if (found === null) continue;
    const value = name === 'list' ? (found[1] ?? '').split(', ').join(word('list.comma')) : (found[1] ?? '');
    return word(message, name === '' ? {} : { [name]: value });
  }
  return null;
}
