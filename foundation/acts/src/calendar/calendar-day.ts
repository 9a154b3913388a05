import type { Day } from '@zhiheng/vocabulary';

/**
 * `holiday` and `workday`: a day off, a day of work, whatever the week says; `week`: as the week says, taking back what
 * was told; `from` and `until` bound what is published.
 */
export const dayKinds = ['holiday', 'workday', 'week', 'from', 'until'] as const;
export type DayKind = (typeof dayKinds)[number];

/** A day as a notice tells it, with the notice. */
export interface CalendarDay {
  readonly date: Day;
  readonly kind: DayKind;
  /** The festival, or the year for a bound, in simplified Chinese. */
  readonly name: string;
  /** The notice's number or title. */
  readonly source: string;
}
