import { type Period, periodsEndingWith } from '@zhiheng/vocabulary';
import type { RecordSession } from '../session.js';
import { type MonthNumber, yearAndMonth } from './months.js';

const columns = { month_number: 'integer', period: 'text' } as const;

/** Fills `period_of_month (month_number, period)`: every period that one of the months lies in. */
export async function registerPeriodsOfMonths(session: RecordSession, months: readonly MonthNumber[]): Promise<void> {
  const rows = months.flatMap((number) => periodsHolding(number).map((period) => [number, period] as const));
  await session.registerTable('period_of_month', columns, rows);
}

/** Fills `period_ended_by_month (month_number, period)`: every period that ends with a month, from `first` to `last`. */
export async function registerPeriodsEnded(
  session: RecordSession,
  first: MonthNumber,
  last: MonthNumber,
): Promise<void> {
  const months = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const rows = months.flatMap((number) => {
    const { year, month } = yearAndMonth(number);
    return periodsEndingWith(year, month).map((period) => [number, period] as const);
  });
  await session.registerTable('period_ended_by_month', columns, rows);
}

/** Month, quarter, half-year, year, and the year to date of this and every later month of the year. */
function periodsHolding(number: MonthNumber): Period[] {
  const { year, month } = yearAndMonth(number);
  const stem = (of: number) => `${year}-${String(of).padStart(2, '0')}`;
  const later = Array.from({ length: 13 - month }, (_, index) => month + index);
  return [
    stem(month),
    `${year}-Q${Math.ceil(month / 3)}`,
    `${year}-H${Math.ceil(month / 6)}`,
    String(year),
    ...later.map((of) => `${stem(of)}-YTD`),
  ];
}
