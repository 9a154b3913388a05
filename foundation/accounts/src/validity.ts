import { type Day, dayNumber, isDay, UserFault } from '@zhiheng/vocabulary';

/** Days on which something holds, both included; `to` null: without end. */
export interface Validity {
  readonly from: Day;
  readonly to: Day | null;
}

/** The calendar day of a moment in a time zone. */
export function dayAt(moment: Date, timeZone: string): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    moment,
  );
}

/** Whether something holds on a day. */
export function holdsOn({ from, to }: Validity, day: Day): boolean {
  return from <= day && (to === null || day <= to);
}

/** Whether two stretches of days share one. */
export function overlap(a: Validity, b: Validity): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
}

/** Throws `validity-wrong` unless both are days of the calendar in order and, where stated, not longer than so many days. */
export function demandValidity({ from, to }: Validity, longest?: number): void {
  const fault = (found: string, expected: string) => new UserFault('validity-wrong', { found, expected });
  for (const day of to === null ? [from] : [from, to]) if (!isDay(day)) throw fault(day, 'a day as YYYY-MM-DD');
  if (to !== null && to < from) throw fault(to, `a day not before ${from}`);
  if (longest === undefined) return;
  if (to === null) throw fault('no last day', `at most ${longest} days`);
  if (dayNumber(to) - dayNumber(from) >= longest) throw fault(to, `at most ${longest} days`);
}
