import type { ReckonedDay, WorkingCalendar } from '@zhiheng/acts';
import { type Day, isDay, OwnFault, UserFault } from '@zhiheng/vocabulary';
import type { Due } from './task.js';

/** Working days that a deadline can have at most: two years. */
const most = 500;

/** A deadline as the ledger keeps it, as it was stated: `2023-06-30`, or `2023-01-18+10` for ten working days after a day. */
export function dueText(due: Due): string {
  return 'day' in due ? due.day : `${due.from}+${due.workingDays}`;
}

/** A deadline from its text. */
export function dueOfText(text: string): Due {
  const [day = '', count] = text.split('+');
  if (!isDay(day)) throw new OwnFault(`a deadline is kept as ${text}`);
  return count === undefined ? { day } : { from: day, workingDays: Number(count) };
}

/** The last day, by the calendar as it stands. A day that was named stays that day, a day off too. */
export function lastDay(due: Due, calendar: WorkingCalendar): ReckonedDay {
  return 'day' in due ? { day: due.day, provisional: false } : calendar.addWorkingDays(due.from, due.workingDays);
}

/** A deadline that was asked for: a day, or working days from today on. Throws `task-refused`. */
export function askedDue(asked: { readonly day?: string; readonly workingDays?: number }, today: Day): Due | null {
  const { day, workingDays } = asked;
  const wrong = (found: string, expected: string) =>
    new UserFault('task-refused', {
      place: { field: 'due' },
      found,
      expected,
      values: { what: 'this is no deadline' },
    });
  if (day !== undefined && workingDays !== undefined) throw wrong(`${day} and ${workingDays}`, 'one of the two');
  if (day !== undefined) {
    if (!isDay(day)) throw wrong(day, 'a day such as 2023-06-30');
    return { day };
  }
  if (workingDays === undefined) return null;
  if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > most) {
    throw wrong(String(workingDays), `1 to ${most} working days`);
  }
  return { from: today, workingDays };
}
