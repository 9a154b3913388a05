import { type Day, dayFromNumber, daysInMonth } from '@zhiheng/vocabulary';

/** Inside the generator a day is its number since 1970-01-01, as `dayNumber` of the vocabulary counts. */
export type DayNumber = number;

interface CalendarDay {
  readonly text: Day;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const known = new Map<DayNumber, CalendarDay>();

/** The parts of a day, kept for the next time: a file holds a few thousand days many times over. */
function calendarDay(number: DayNumber): CalendarDay {
  const kept = known.get(number);
  if (kept !== undefined) return kept;
  const text = dayFromNumber(number);
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const parts = { text, year, month, day };
  known.set(number, parts);
  return parts;
}

export function dayText(number: DayNumber): Day {
  return calendarDay(number).text;
}

export function yearOf(number: DayNumber): number {
  return calendarDay(number).year;
}

/** January is 1. */
export function monthOf(number: DayNumber): number {
  return calendarDay(number).month;
}

/** First day of a year. */
export function yearStart(year: number): DayNumber {
  return Date.UTC(year, 0, 1) / 86_400_000;
}

/** The same date `years` later; 29 February becomes 28 February. */
export function anniversary(number: DayNumber, years: number): DayNumber {
  const { year, month, day } = calendarDay(number);
  const last = day < 29 ? day : Math.min(day, daysInMonth(year + years, month));
  return Date.UTC(year + years, month - 1, last) / 86_400_000;
}

/** Sunday is 0, Saturday 6. */
export function weekday(number: DayNumber): number {
  return (((number + 4) % 7) + 7) % 7;
}

/** The day itself, or the Monday after a weekend. */
export function workingDayFrom(number: DayNumber): DayNumber {
  const day = weekday(number);
  if (day === 6) return number + 2;
  return day === 0 ? number + 1 : number;
}

/** The first Tuesday or Friday from the day on: grants are announced twice a week. */
export function announcementFrom(number: DayNumber): DayNumber {
  const waits = [2, 1, 0, 2, 1, 0, 3];
  return number + (waits[weekday(number)] ?? 0);
}

/** The last Tuesday or Friday before the day. */
export function announcementBefore(number: DayNumber): DayNumber {
  const back = [2, 3, 4, 1, 2, 3, 1];
  return number - (back[weekday(number)] ?? 1);
}

/** Assumed filing habits: much in December and at the ends of quarters, little in February. January first. */
const monthWeights = [0.95, 0.66, 1.06, 0.95, 0.95, 1.08, 0.97, 0.98, 1.06, 0.88, 1.08, 1.38];
/** Sunday first. */
const weekdayWeights = [0.08, 1.02, 1.03, 1.02, 1.02, 1.05, 0.14];

/** How much is filed on a day against an average day of work. */
export function filingWeight(number: DayNumber): number {
  return (monthWeights[calendarDay(number).month - 1] ?? 0) * (weekdayWeights[weekday(number)] ?? 0);
}
