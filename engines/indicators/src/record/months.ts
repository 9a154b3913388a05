import type { Day } from '@zhiheng/vocabulary';

/** Months are counted from January of year 0: `year * 12 + month - 1`. */
export type MonthNumber = number;

/** SQL of the month number of a date. */
export function monthNumberSql(date: string): string {
  const part = (name: string) => `CAST(EXTRACT(${name} FROM ${date}) AS INTEGER)`;
  return `${part('YEAR')} * 12 + ${part('MONTH')} - 1`;
}

export function monthNumber(year: number, month: number): MonthNumber {
  return year * 12 + month - 1;
}

/** Year and month (from 1) of a month number. */
export function yearAndMonth(number: MonthNumber): { year: number; month: number } {
  return { year: Math.floor(number / 12), month: (number % 12) + 1 };
}

/** SQL that a date lies in the months from one to another. */
export function inMonthsSql(date: string, first: MonthNumber, last: MonthNumber): string {
  return `${date} >= ${firstDaySql(first)} AND ${date} < ${firstDaySql(last + 1)}`;
}

/** SQL of the first day of a month. */
export function firstDaySql(number: MonthNumber): string {
  const { year, month } = yearAndMonth(number);
  return `DATE '${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01'`;
}

/** The month of a day. */
export function monthOf(day: Day): MonthNumber {
  return monthNumber(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
}
