import { dayReader } from '../calendar-day.js';

/** How the days of a column are written. */
export interface DateReading {
  readonly pattern: string;
  /** Another pattern reads them as well, as other days: 03/04/2020. */
  readonly alsoReadAs: string | null;
  /** Values that the pattern does not read. */
  readonly unread: readonly string[];
}

/** Strict patterns first; a lenient one takes days of one digit too. */
const patterns = [
  'YYYY-MM-DD',
  'YYYY.MM.DD',
  'YYYY/MM/DD',
  'YYYYMMDD',
  'YYYY年MM月DD日',
  'YYYY-M-D',
  'YYYY.M.D',
  'YYYY/M/D',
  'YYYY年M月D日',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'D/M/YYYY',
  'M/D/YYYY',
  'DD.MM.YYYY',
  'D.M.YYYY',
] as const;
const readers = patterns.flatMap((pattern) => {
  const read = dayReader(pattern);
  return read === null ? [] : [{ pattern, read }];
});
/** Below this share of values that are read, a column holds no days. */
const leastShare = 0.8;

/** The pattern that reads most values, or null when none reads four in five. */
export function readDates(values: readonly string[]): DateReading | null {
  if (values.length === 0) return null;
  const counts = readers.map(({ pattern, read }) => ({
    pattern,
    read,
    count: values.filter((value) => read(value) !== null).length,
  }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  if (best.count < leastShare * values.length) return null;
  const other = counts.find(
    ({ count, read }) =>
      count === best.count && values.some((value) => best.read(value) !== null && read(value) !== best.read(value)),
  );
  return {
    pattern: best.pattern,
    alsoReadAs: other?.pattern ?? null,
    unread: values.filter((value) => best.read(value) === null),
  };
}
