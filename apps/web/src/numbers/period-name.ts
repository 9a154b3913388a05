import { type Language, type PeriodLength, readPeriod } from '@zhiheng/vocabulary';
import type { Words } from '../words/words.js';

/** A period in words: 2023 年第 2 季度. An unreadable one is given back as it is. */
export function periodName(words: Words, period: string): string {
  const read = readPeriod(period);
  if (read === null) return period;
  const { length, year, to } = read;
  const month = Number(to.slice(5, 7));
  switch (length) {
    case 'year':
      return words.word('period.year', { year: String(year) });
    case 'half':
      return words.word(month === 6 ? 'period.half.first' : 'period.half.second', { year: String(year) });
    case 'quarter':
      return words.word('period.quarter', { year: String(year), quarter: month / 3 });
    case 'month':
      return words.word('period.month', { year: String(year), month: monthName(words.language, month) });
    case 'year-to-date':
      return words.word('period.to-date', { year: String(year), month: monthName(words.language, month) });
  }
}

/** Length of a period; null for a text that is none. */
export function lengthOf(period: string): PeriodLength | null {
  return readPeriod(period)?.length ?? null;
}

/** Every period of one length from the first year to the last; year-to-date keeps the month of `like`. */
export function periodsOf(length: PeriodLength, first: number, last: number, like: string): string[] {
  const years = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  const month = like.slice(5, 7);
  if (length === 'year') return years;
  if (length === 'year-to-date') return years.map((year) => `${year}-${month}-YTD`);
  return years.flatMap((year) => partsOf(length).map((part) => `${year}-${part}`));
}

/** The short name of a period under an axis. */
export function periodTick(period: string): string {
  return period.replace(/-YTD$/, '').replace(/^\d{2}(\d{2})-/, '$1-');
}

function partsOf(length: PeriodLength): string[] {
  if (length === 'half') return ['H1', 'H2'];
  if (length === 'quarter') return ['Q1', 'Q2', 'Q3', 'Q4'];
  return Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
}

/** The short English name; Chinese months are numbers. */
function monthName(language: Language, month: number): string {
  if (language !== 'en') return String(month);
  return new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2023, month - 1, 1));
}
