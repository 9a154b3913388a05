import type { DayNumber } from './calendar.js';

export type Outcome = 'granted' | 'refused' | 'withdrawn';

/** What an office does with an application until it is closed. */
export interface Examination {
  /** Null: never requested, or a kind that needs no request. */
  readonly requested: DayNumber | null;
  readonly closed: DayNumber;
  readonly outcome: Outcome;
}
