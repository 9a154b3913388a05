import { type Day, dayFromNumber, dayNumber, dayOf, daysInMonth } from '@zhiheng/vocabulary';
import type { ReckonedDay, WorkingCalendar } from './working-calendar.js';

/** A length of time as law states it. */
export interface Term {
  readonly unit: 'working-day' | 'day' | 'month';
  readonly count: number;
}

/** A stretch that does not count, with its first and last day; still open when the last is null. */
export interface Suspension {
  readonly from: Day;
  readonly until: Day | null;
}

/** What a deadline is reckoned from. Nothing reckoned is kept, so that a newly published calendar corrects it. */
export interface Reckoning {
  readonly start: Day;
  readonly terms: readonly [Term, ...Term[]];
  readonly suspensions?: readonly Suspension[];
}

/**
 * The day a term ends: counting begins the day after `start`; months end on the day of the same number, or the last of
 * the month; an end on a day off moves to the next working day. Terms after the first are extensions; of the same unit they are
 * one longer term (11-30 and 3 months and 1 month is 03-30). Null while a suspension is open. Source: Civil Code
 * art. 201-203.
 */
export function deadlineOf(reckoning: Reckoning, calendar: WorkingCalendar): ReckonedDay | null {
  const suspensions = reckoning.suspensions ?? [];
  if (suspensions.some(({ until }) => until === null)) return null;
  let end: ReckonedDay = { day: reckoning.start, provisional: false };
  for (const term of joined(reckoning.terms)) {
    const next = endOf(end.day, term, suspensions, calendar);
    end = { day: next.day, provisional: end.provisional || next.provisional };
  }
  const moved = calendar.nextWorkingDay(end.day);
  return { day: moved.day, provisional: end.provisional || moved.provisional };
}

/** The day `count` months later, clamped to the end of a shorter month. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const months = year * 12 + month - 1 + count;
  const [laterYear, laterMonth] = [Math.floor(months / 12), (months % 12) + 1];
  return dayOf(laterYear, laterMonth, Math.min(date, daysInMonth(laterYear, laterMonth)));
}

function endOf(from: Day, term: Term, suspensions: readonly Suspension[], calendar: WorkingCalendar): ReckonedDay {
  switch (term.unit) {
    case 'working-day':
      return calendar.count(from, term.count, (day, { working }) => working && !isSuspended(day, suspensions));
    case 'day':
      return { day: pushed(from, dayFromNumber(dayNumber(from) + term.count), suspensions), provisional: false };
    case 'month':
      return { day: pushed(from, addMonths(from, term.count), suspensions), provisional: false };
  }
}

/** The end moved by the suspended days that lie within the term; a day is never made up for twice. */
function pushed(from: Day, end: Day, suspensions: readonly Suspension[]): Day {
  let moved = dayNumber(end);
  let madeUp = dayNumber(from);
  for (const { from: begun, until } of suspensions.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const first = Math.max(dayNumber(begun), madeUp + 1);
    const last = dayNumber(until ?? begun);
    if (first > moved || last < first) continue;
    moved += last - first + 1;
    madeUp = last;
  }
  return dayFromNumber(moved);
}

function isSuspended(day: Day, suspensions: readonly Suspension[]): boolean {
  return suspensions.some(({ from, until }) => day >= from && (until === null || day <= until));
}

function joined(terms: readonly Term[]): Term[] {
  const groups: Term[] = [];
  for (const term of terms) {
    const last = groups.at(-1);
    if (last?.unit === term.unit) groups[groups.length - 1] = { ...last, count: last.count + term.count };
    else groups.push(term);
  }
  return groups;
}
