import { type Language, type LocalizedText, languages, type Period, readPeriod } from '@zhiheng/vocabulary';

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** `2023年5月`, `2023年1—5月`, `May 2023`. */
export function periodNames(period: Period): LocalizedText {
  const read = readPeriod(period);
  if (read === null) return { 'zh-Hans': period, 'zh-Hant': period, en: period };
  const month = Number(read.to.slice(5, 7));
  const { year } = read;
  const chinese = (quarter: string): string => {
    if (read.length === 'year') return `${year}年`;
    if (read.length === 'half') return `${year}年${month === 6 ? '上' : '下'}半年`;
    if (read.length === 'quarter') return `${year}年第${'一二三四'.charAt(month / 3 - 1)}${quarter}`;
    return read.length === 'month' || month === 1 ? `${year}年${month}月` : `${year}年1—${month}月`;
  };
  return { 'zh-Hans': chinese('季度'), 'zh-Hant': chinese('季'), en: english(read.length, year, month) };
}

function english(length: string, year: number, month: number): string {
  if (length === 'year') return String(year);
  if (length === 'half') return `${month === 6 ? 'First' : 'Second'} half of ${year}`;
  if (length === 'quarter') return `Quarter ${month / 3} of ${year}`;
  const name = months[month - 1] ?? '';
  return length === 'month' || month === 1 ? `${name} ${year}` : `January to ${name} ${year}`;
}

/** Texts with the name of a period in the place of `{period}`. */
export function withPeriod(texts: LocalizedText, period: LocalizedText): LocalizedText {
  return mapped((language) => texts[language].replaceAll('{period}', period[language]));
}

/** A name behind the words that it is told beside and counted already. */
export function ofWhich(names: LocalizedText): LocalizedText {
  const before = { 'zh-Hans': '其中：', 'zh-Hant': '其中：', en: 'of which: ' };
  return mapped((language) => before[language] + names[language]);
}

function mapped(of: (language: Language) => string): LocalizedText {
  return Object.fromEntries(languages.map((language) => [language, of(language)])) as unknown as LocalizedText;
}
