import { type Day, dayOf, isDay } from '@zhiheng/vocabulary';

/** Reads a trimmed, not blank text; null when it is not written so or not a day from 1790 to 2100. */
export type DayReader = (text: string) => Day | null;

/** The oldest day a register can hold, and the last one that is not a slip of the pen. */
const [earliest, latest] = ['1790-01-01', '2100-12-31'];
const tokens: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
};
/** Days repeat: a table of a million rows holds some thousand of them. */
const remembered = 20_000;
/** A longer slice of a text would hold the whole text in memory. */
const longestKey = 12;

/** Patterns offered when a mapping names none that can be read. */
export const usualDatePatterns = ['YYYY-MM-DD', 'YYYY.MM.DD', 'YYYY/M/D', 'YYYYMMDD', 'YYYY年M月D日'] as const;

/**
 * A reader for a pattern of `YYYY`, `MM` or `M`, `DD` or `D` and other characters that stand for themselves.
 * Null when the pattern lacks year, month or day, or has one twice.
 */
export function dayReader(pattern: string): DayReader | null {
  const parts = pattern.match(/YYYY|MM?|DD?|[^YMD]+|./g) ?? [];
  const source = parts.map((part) => tokens[part] ?? part.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('');
  if (!['year', 'month', 'day'].every((name) => source.split(`(?<${name}>`).length === 2)) return null;
  const expression = new RegExp(`^${source}$`);
  const days = new Map<string, Day | null>();
  return (text) => {
    const known = days.get(text);
    if (known !== undefined) return known;
    const day = readDay(expression, text);
    if (day === null || text.length > longestKey) return day;
    if (days.size >= remembered) days.clear();
    days.set(text, day);
    return day;
  };
}

function readDay(expression: RegExp, text: string): Day | null {
  const groups = expression.exec(text)?.groups;
  if (groups === undefined) return null;
  const day = dayOf(Number(groups.year), Number(groups.month), Number(groups.day));
  return isDay(day) && day >= earliest && day <= latest ? day : null;
}
