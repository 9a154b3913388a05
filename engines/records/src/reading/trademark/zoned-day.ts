import type { Day } from '@zhiheng/vocabulary';
import { dayReader } from '../calendar-day.js';
import { RecordFault } from '../record-fault.js';

const readDay = dayReader('YYYY-MM-DD');
/** A day, with the time and the zone that XML Schema lets follow it. */
const zoned = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:\d{2})?$/;
/** `19951013`, `1996-01`, `1996`, `19960100`: the zeros stand for what is not known. */
const written = /^(\d{4})-?(\d{2})?-?(\d{2})?$/;

/**
 * The calendar day as it is written; the zone says where it was that day and shifts nothing: `2000-05-09-04:00` is
 * 9 May 2000. Null for no text.
 *
 * @throws RecordFault `date-wrong`
 */
export function zonedDay(text: string | null, field: string): Day | null {
  if (text === null) return null;
  const day = readDay?.(zoned.exec(text.trim())?.[1] ?? '') ?? null;
  if (day === null) {
    throw new RecordFault(
      'date-wrong',
      field,
      text,
      'a day of the calendar up to 2100, as YYYY-MM-DD, with or without zone',
    );
  }
  return day;
}

/**
 * The day of a date that may be known in part; null where day or month is not told, as in `19960100`.
 *
 * @throws RecordFault `date-wrong`
 */
export function partialDay(text: string | null, field: string): Day | null {
  if (text === null) return null;
  const [, year, month = '00', day = '00'] = written.exec(text.trim()) ?? [];
  if (year === undefined) return zonedDay(text, field);
  if (day === '00' && Number(month) <= 12) return null;
  return zonedDay(`${year}-${month}-${day}`, field);
}
