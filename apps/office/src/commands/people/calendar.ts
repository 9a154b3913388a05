import type { CalendarDay } from '@zhiheng/acts';
import { dayFromNumber, dayNumber, dayOf, isDay, UserFault } from '@zhiheng/vocabulary';
import type { CalendarAnswer, DeadlineAnswer } from '../../answers-people.js';
import { type Command, type CommandContext, done } from '../command.js';

/** The days of work of a year, and what people set in it. */
export const calendarShow: Command<{ year?: number }, CalendarAnswer> = async (input, { office }) => {
  const year = input.year ?? Number(office.today().slice(0, 4));
  if (!Number.isInteger(year) || year < 1900 || year > 2200) {
    throw new UserFault('calendar-wrong', { found: String(year), values: { what: 'not a year from 1900 to 2200' } });
  }
  const calendar = await office.people.calendar.current();
  const { publishedFrom, publishedUntil } = calendar;
  const [first, last] = [dayNumber(dayOf(year, 1, 1)), dayNumber(dayOf(year, 12, 31))];
  const days = Array.from({ length: last - first + 1 }, (_, index) => {
    const day = dayFromNumber(first + index);
    return { day, ...calendar.standing(day) };
  });
  const edits = (await office.people.calendar.history()).filter(({ date }) => date.startsWith(`${year}-`));
  return done({ year, publishedFrom, publishedUntil, days, edits });
};

/** Sets a day, or moves a bound of what is published. */
export const calendarSet: Command<CalendarDay & { readonly why: string }, { act: number }> = async (
  { why, ...day },
  context,
) => done({ act: (await context.office.people.calendar.set(day, editing(context, why))).number });

export interface CalendarImportInput {
  /** CSV `date,kind,name,source`. */
  readonly text: string;
  readonly name: string;
  readonly why: string;
}

/** Sets every day of a list, all or none. */
export const calendarImport: Command<CalendarImportInput, { act: number }> = async ({ text, name, why }, context) =>
  done({ act: (await context.office.people.calendar.import(text, name, editing(context, why))).number });

/** The day on which so many working days have passed. */
export const deadline: Command<{ from: string; workingDays: number }, DeadlineAnswer> = async (
  { from, workingDays },
  { office },
) => {
  if (!isDay(from))
    throw new UserFault('date-wrong', { place: { field: 'from' }, found: from, expected: 'YYYY-MM-DD' });
  if (!Number.isInteger(workingDays) || workingDays < 0 || workingDays > 2500) {
    const values = { what: 'working days are a whole number from 0 to 2500' };
    throw new UserFault('calendar-wrong', { found: String(workingDays), values });
  }
  return done({ from, ...(await office.people.calendar.current()).addWorkingDays(from, workingDays) });
};

function editing({ office, actor }: CommandContext, why: string) {
  return { actor, time: office.clock.now().toISOString(), why };
}
