import { type Day, dayFromNumber, dayNumber, dayOf } from '@zhiheng/vocabulary';

/** Days of a week that lie in one year: a week that reaches over its ends is cut there. */
export interface WeekOfYear {
  readonly from: Day;
  readonly until: Day;
}

/** The week, Monday to Sunday, that a day lies in, within its year. */
export function weekOfYear(day: Day): WeekOfYear {
  const number = dayNumber(day);
  // 1970-01-01 was a Thursday.
  const monday = number - ((((number + 3) % 7) + 7) % 7);
  const year = Number(day.slice(0, 4));
  const first = dayNumber(dayOf(year, 1, 1));
  const last = dayNumber(dayOf(year, 12, 31));
  return { from: dayFromNumber(Math.max(monday, first)), until: dayFromNumber(Math.min(monday + 6, last)) };
}
