/** A calendar day as `YYYY-MM-DD`. Days are compared as text; no time zone ever enters. */
export type Day = string;

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists in the Gregorian calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  const match = dayPattern.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days in a month; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** A day from its numbers; `month` counts from 1. */
export function dayOf(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Days since 1970-01-01, negative before it. */
export function dayNumber(day: Day): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

/** The day that lies `number` days after 1970-01-01. */
export function dayFromNumber(number: number): Day {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The last day that a partial date can mean: `2023` → `2023-12-31`, `2023-02` → `2023-02-28`; a full day is itself;
 * null for anything else.
 */
export function lastDayOf(partial: string): Day | null {
  if (isDay(partial)) return partial;
  const month = /^(\d{4})-(\d{2})$/.exec(partial);
  if (month !== null) {
    const last = daysInMonth(Number(month[1]), Number(month[2]));
    return last === 0 ? null : dayOf(Number(month[1]), Number(month[2]), last);
  }
  return /^\d{4}$/.test(partial) ? `${partial}-12-31` : null;
}
