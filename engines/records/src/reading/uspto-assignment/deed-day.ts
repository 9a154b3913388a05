import type { Day } from '@zhiheng/vocabulary';
import { dayReader } from '../calendar-day.js';
import { RecordFault } from '../record-fault.js';

const readDay = dayReader('YYYY-MM-DD');
const written = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;
/** How the office writes that it holds no day. */
const none = '0001-01-01';

/**
 * The calendar day of `2021-06-30T04:00:00Z` as it is written, never moved by its hour or zone; null for no day.
 *
 * @throws RecordFault `date-wrong` for what is no day of the calendar
 */
export function deedDay(text: string | null, field: string): Day | null {
  if (text === null) return null;
  const day = written.exec(text)?.[1] ?? null;
  if (day === none) return null;
  const read = day === null ? null : (readDay?.(day) ?? null);
  if (read === null)
    throw new RecordFault('date-wrong', field, text, 'a day of the calendar up to 2100, as YYYY-MM-DD');
  return read;
}
