import type { Day } from '@zhiheng/vocabulary';
import type { Moment } from '../flow/moment.js';

/** How a deadline stands; `none` where none runs. */
export type Light = 'on-time' | 'due-soon' | 'late' | 'none';

/** Working days before its end at which a deadline is due soon, where no rule says otherwise. */
const usualSoon = 3;

/** The light of a deadline: late from the day after it, due soon when at most `soon` working days are left. */
export function lightOf(due: Day | null, now: Pick<Moment, 'day' | 'calendar'>, soon = usualSoon): Light {
  if (due === null) return 'none';
  if (now.day > due) return 'late';
  return now.calendar.workingDaysBetween(now.day, due).days <= soon ? 'due-soon' : 'on-time';
}
