import { dayFromNumber, dayNumber } from '@zhiheng/vocabulary';
import type { CalendarDay } from './calendar-day.js';
import { isBound } from './read-days.js';
import type { WorkingCalendar } from './working-calendar.js';

/**
 * The days of a list that is imported over a calendar, with only those of its bounds that widen what is published; words
 * for a list that would leave a gap.
 */
export function extendingBounds(list: readonly CalendarDay[], calendar: WorkingCalendar): CalendarDay[] | string {
  const bounds = (kind: 'from' | 'until') =>
    list.filter((day) => day.kind === kind).toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const [first, last] = [bounds('from').at(0), bounds('until').at(-1)];
  const { publishedFrom, publishedUntil } = calendar;
  if (publishedUntil !== null && first !== undefined && first.date > dayAfter(publishedUntil)) {
    return `the list begins on ${first.date}, and the days after ${publishedUntil} are not published`;
  }
  if (publishedFrom !== null && last !== undefined && dayAfter(last.date) < publishedFrom) {
    return `the list ends on ${last.date}, and the days before ${publishedFrom} are not published`;
  }
  const widening = [
    ...(first !== undefined && (publishedFrom === null || first.date < publishedFrom) ? [first] : []),
    ...(last !== undefined && (publishedUntil === null || last.date > publishedUntil) ? [last] : []),
  ];
  return [...list.filter(({ kind }) => !isBound(kind)), ...widening];
}

function dayAfter(day: string): string {
  return dayFromNumber(dayNumber(day) + 1);
}
