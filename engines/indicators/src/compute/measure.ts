import type { MonthConvention } from '../definition.js';

/** Mean length of a month in days: 365.25 ÷ 12. */
const daysInMonth = 30.4375;

/**
 * How a duration is measured: a whole number of days or months, so that sums and orders are exact; months are
 * `measure ÷ perMonth`, divided once at the end.
 */
export interface Measure {
  readonly perMonth: number;
  /** SQL of the measure between two dates, the first not after the second. */
  sql(start: string, end: string): string;
}

const boundaries = (start: string, end: string) =>
  `(year(${end}) - year(${start})) * 12 + month(${end}) - month(${start})`;

const measures: Readonly<Record<MonthConvention, Measure>> = {
  days: { perMonth: daysInMonth, sql: (start, end) => `date_diff('day', ${start}, ${end})` },
  boundaries: { perMonth: 1, sql: boundaries },
  // One month less when the day of the start, clamped to the month of the end, is not yet reached.
  'complete-months': {
    perMonth: 1,
    sql: (start, end) =>
      `${boundaries(start, end)}\n    - CASE WHEN day(${end}) < least(day(${start}), day(last_day(${end}))) THEN 1 ELSE 0 END`,
  },
};

export function measureOf(convention: MonthConvention): Measure {
  return measures[convention];
}

/** SQL that turns a measure, or a mean or quantile of measures, into months. */
export function monthsSql(measure: Measure, value: string): string {
  return measure.perMonth === 1 ? value : `${value} / CAST(${measure.perMonth} AS DOUBLE)`;
}
