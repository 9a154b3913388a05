import { dayOf, daysInMonth, isDay } from '@zhiheng/vocabulary';
import type { FieldJson } from './field.js';

const dayKeys = new Set(['due', 'issued_on', 'effective_on']);

/** The same day of the year after; the last of February where there is none. */
export function dayNextYear(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return dayOf(year + 1, month, Math.min(date, daysInMonth(year + 1, month)));
}

/** A value of a programme's file with its days and periods moved on by a year; words stay. */
export function valueNextYear(value: FieldJson, key = ''): FieldJson {
  if (typeof value === 'string') {
    if (dayKeys.has(key) && isDay(value)) return dayNextYear(value);
    return key === 'period' ? value.replace(/^\d{4}/, (year) => String(Number(year) + 1)) : value;
  }
  if (Array.isArray(value)) return value.map((one: FieldJson) => valueNextYear(one, key));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as { readonly [key: string]: FieldJson });
  // `dates` names steps, each with its day.
  return Object.fromEntries(entries.map(([name, one]) => [name, valueNextYear(one, key === 'dates' ? 'due' : name)]));
}
