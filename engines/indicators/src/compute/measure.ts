import { type Dialect, dialects } from '@zhiheng/expressions';
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
  sql(start: string, end: string, dialect?: Dialect): string;
}

const part = (name: string, date: string) => `CAST(EXTRACT(${name} FROM ${date}) AS INTEGER)`;
const boundaries = (start: string, end: string) =>
  `(${part('YEAR', end)} - ${part('YEAR', start)}) * 12 + ${part('MONTH', end)} - ${part('MONTH', start)}`;

const measures: Readonly<Record<MonthConvention, Measure>> = {
  days: { perMonth: daysInMonth, sql: (start, end, dialect = dialects.duckdb) => dialect.daysBetween(start, end) },
  boundaries: { perMonth: 1, sql: boundaries },
  // One month less when the day of the start is not yet reached and the month not over.
  'complete-months': {
    perMonth: 1,
    sql: (start, end, dialect = dialects.duckdb) => {
      const goesOn = `${part('DAY', `(${dialect.moved(end, 1, 'days')})`)} > 1`;
      const less = `${part('DAY', end)} < ${part('DAY', start)} AND ${goesOn}`;
      return `${boundaries(start, end)}\n    - CASE WHEN ${less} THEN 1 ELSE 0 END`;
    },
  },
};

export function measureOf(convention: MonthConvention): Measure {
  return measures[convention];
}

/** SQL that turns a measure, or a mean or quantile of measures, into months. */
export function monthsSql(measure: Measure, value: string): string {
  return measure.perMonth === 1 ? value : `${value} / CAST(${measure.perMonth} AS DOUBLE PRECISION)`;
}
