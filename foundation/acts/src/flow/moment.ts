import type { Day } from '@zhiheng/vocabulary';
import { defaultZone, officeDay } from '../calendar/office-day.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';

/** When an act is tried: the instant, the office's date then, and the calendar that deadlines are reckoned by. */
export interface Moment {
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly day: Day;
  readonly calendar: WorkingCalendar;
}

/** The moment of an instant (ISO 8601) in an office's time zone. Throws `calendar-wrong`. */
export function momentAt(instant: string, calendar: WorkingCalendar, zone: string = defaultZone): Moment {
  const day = officeDay(instant, zone);
  return { time: new Date(instant).toISOString(), day, calendar };
}
