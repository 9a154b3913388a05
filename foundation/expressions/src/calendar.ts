import { dayNumber, dayOf, daysInMonth } from '@zhiheng/vocabulary';
import type { DateUnit, SpanMeasure } from './expression.js';

/** Days since 1970-01-01. */
type DayNumber = number;

interface CalendarDay {
  /** Months since January of year 0. */
  readonly month: number;
  /** From 1. */
  readonly day: number;
}

/** The day that lies so many units behind another, before it when negative: of a month that is too short the last day. */
export function movedDay(from: DayNumber, count: number, unit: DateUnit): DayNumber {
  if (unit === 'days') return from + count;
  const { month, day } = calendarDay(from);
  return dayIn(month + (unit === 'years' ? 12 * count : count), day);
}

/**
 * `days`: from one day to the other; `month_boundaries`: difference of the calendar months; `months`: the largest n with `from`
 * + n months ≤ `to`. All negative, or 0, where the days are reversed.
 */
export function spanBetween(from: DayNumber, to: DayNumber, measure: SpanMeasure): number {
  if (measure === 'days') return to - from;
  const boundaries = calendarDay(to).month - calendarDay(from).month;
  if (measure === 'month_boundaries') return boundaries;
  return movedDay(from, boundaries, 'months') <= to ? boundaries : boundaries - 1;
}

/** Where a day lies, `YYYY-MM-DD`. */
export function dayFrom(text: string): DayNumber {
  return dayNumber(text);
}

/** The day written `YYYY-MM-DD`. */
export function textOfDay(number: DayNumber): string {
  const { month, day } = calendarDay(number);
  const year = Math.floor(month / 12);
  return dayOf(year, month - 12 * year + 1, day);
}

function calendarDay(number: DayNumber): CalendarDay {
  const date = new Date(number * 86_400_000);
  return { month: date.getUTCFullYear() * 12 + date.getUTCMonth(), day: date.getUTCDate() };
}

function dayIn(month: number, day: number): DayNumber {
  const year = Math.floor(month / 12);
  const within = month - 12 * year;
  const date = new Date(0);
  date.setUTCFullYear(year, within, Math.min(day, daysInMonth(year, within + 1)));
  return date.getTime() / 86_400_000;
}
