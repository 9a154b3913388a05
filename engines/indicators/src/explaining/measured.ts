import { dayNumber, daysInMonth } from '@zhiheng/vocabulary';
import { measureOf } from '../compute/measure.js';
import type { DurationDefinition, MonthConvention } from '../definition.js';
import type { RecordState } from './record-state.js';

/** The time between the two dates of a clock, reckoned without SQL; null where a date is missing or they stand in reverse. */
export function measured({ clock }: DurationDefinition, state: RecordState): { value: number; months: number } | null {
  const [start, end] = [state[clock.start], state[clock.end]];
  if (typeof start !== 'string' || typeof end !== 'string' || end < start) return null;
  return lengthBetween(clock.convention, start, end);
}

/** From one day to one that does not lie before it. */
export function lengthBetween(convention: MonthConvention, start: string, end: string) {
  const value = lengths[convention](start, end);
  return { value, months: value / measureOf(convention).perMonth };
}

const lengths = {
  days: (start: string, end: string) => dayNumber(end) - dayNumber(start),
  boundaries: (start: string, end: string) => monthOf(end) - monthOf(start),
  'complete-months': (start: string, end: string) => {
    const reached = Math.min(dayIn(start), daysInMonth(Number(end.slice(0, 4)), Number(end.slice(5, 7))));
    return monthOf(end) - monthOf(start) - (dayIn(end) < reached ? 1 : 0);
  },
};

const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
const dayIn = (day: string) => Number(day.slice(8, 10));
