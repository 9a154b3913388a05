import { type Day, dayOf, daysInMonth } from './date.js';

/** `2023`, `2023-H1`, `2023-Q2`, `2023-05`, `2023-05-YTD` (January to the end of May). */
export type Period = string;
export type PeriodLength = 'year' | 'half' | 'quarter' | 'month' | 'year-to-date';

export interface PeriodSpan {
  readonly period: Period;
  readonly length: PeriodLength;
  readonly year: number;
  /** First day. */
  readonly from: Day;
  /** Last day, inside the period. */
  readonly to: Day;
}

/** Reads a period; null for a text that is none. */
export function readPeriod(period: string): PeriodSpan | null {
  const match = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])(-YTD)?))?$/.exec(period);
  if (match === null) return null;
  const year = Number(match[1]);
  const [, , half, quarter, month, toDate] = match;
  if (half !== undefined) return span(period, 'half', year, Number(half) * 6 - 5, Number(half) * 6);
  if (quarter !== undefined) return span(period, 'quarter', year, Number(quarter) * 3 - 2, Number(quarter) * 3);
  if (month === undefined) return span(period, 'year', year, 1, 12);
  if (toDate !== undefined) return span(period, 'year-to-date', year, 1, Number(month));
  return span(period, 'month', year, Number(month), Number(month));
}

function span(period: Period, length: PeriodLength, year: number, firstMonth: number, lastMonth: number): PeriodSpan {
  return {
    period,
    length,
    year,
    from: dayOf(year, firstMonth, 1),
    to: dayOf(year, lastMonth, daysInMonth(year, lastMonth)),
  };
}

/** Every period that ends with the given month, the month first: `2023-06` → month, Q2, H1, YTD. */
export function periodsEndingWith(year: number, month: number): Period[] {
  const stem = `${year}-${String(month).padStart(2, '0')}`;
  const periods = [stem, `${stem}-YTD`];
  if (month % 3 === 0) periods.push(`${year}-Q${month / 3}`);
  if (month % 6 === 0) periods.push(`${year}-H${month / 6}`);
  if (month === 12) periods.push(String(year));
  return periods;
}

/** The period of the same length one year before. Throws a RangeError for a text that is no period. */
export function yearBefore(period: Period): Period {
  const read = readPeriod(period);
  if (read === null) throw new RangeError(`not a period: ${period}`);
  return String(read.year - 1).padStart(4, '0') + period.slice(4);
}
