import { type Day, dayFromNumber, dayNumber, OwnFault } from '@zhiheng/vocabulary';
import type { CalendarDay } from './calendar-day.js';
import { isBound } from './read-days.js';

/** Whether people work on a day, and whether that is only what the week suggests. */
export interface DayStanding {
  readonly working: boolean;
  /** True where no published calendar covers the day. */
  readonly provisional: boolean;
  /** The festival or the moved day of work; null on a plain day. */
  readonly name: string | null;
  readonly source: string | null;
}

/** A day reached by counting; provisional when a day counted over is. */
export interface ReckonedDay {
  readonly day: Day;
  readonly provisional: boolean;
}

/** The days of work of an office: the week, holidays and moved days of work, and how far they are published. */
export class WorkingCalendar {
  readonly publishedFrom: Day | null;
  readonly publishedUntil: Day | null;
  readonly #days: ReadonlyMap<Day, CalendarDay>;

  /** Of a day or a bound that is told more than once the last stands. Without bounds every day is provisional. */
  constructor(days: readonly CalendarDay[]) {
    this.#days = new Map(days.filter(({ kind }) => !isBound(kind)).map((day) => [day.date, day]));
    this.publishedFrom = days.findLast(({ kind }) => kind === 'from')?.date ?? null;
    this.publishedUntil = days.findLast(({ kind }) => kind === 'until')?.date ?? null;
  }

  /** How a day stands; beyond the published end the week alone speaks, or a day set there, and it is provisional. */
  standing(day: Day): DayStanding {
    const told = this.#days.get(day);
    return {
      working: told === undefined || told.kind === 'week' ? !isWeekend(day) : told.kind === 'workday',
      provisional: !this.#isPublished(day),
      name: told?.name ?? null,
      source: told?.source ?? null,
    };
  }

  /** `working`, `not-working`, or `provisional` where no published calendar covers the day. */
  isWorkingDay(day: Day): 'working' | 'not-working' | 'provisional' {
    const { working, provisional } = this.standing(day);
    if (provisional) return 'provisional';
    return working ? 'working' : 'not-working';
  }

  /** The `count`th working day after `from`, which itself is never counted; `from` when the count is 0. */
  addWorkingDays(from: Day, count: number): ReckonedDay {
    return this.count(from, count, (_day, { working }) => working);
  }

  /** The day itself when it is a working day, else the next one. */
  nextWorkingDay(day: Day): ReckonedDay {
    return this.count(dayFromNumber(dayNumber(day) - 1), 1, (_day, { working }) => working);
  }

  /** Working days after `from` up to and with `to`; negative when `to` lies before `from`. */
  workingDaysBetween(from: Day, to: Day): { readonly days: number; readonly provisional: boolean } {
    if (to < from) {
      const { days, provisional } = this.workingDaysBetween(to, from);
      return { days: 0 - days, provisional };
    }
    let days = 0;
    let provisional = false;
    for (let number = dayNumber(from) + 1; number <= dayNumber(to); number++) {
      const standing = this.standing(dayFromNumber(number));
      if (standing.working) days++;
      provisional ||= standing.provisional;
    }
    return { days, provisional };
  }

  /** The `count`th day after `from` for which `counts` holds. */
  count(from: Day, count: number, counts: (day: Day, standing: DayStanding) => boolean): ReckonedDay {
    let number = dayNumber(from);
    let provisional = false;
    for (let left = count; left > 0; ) {
      number++;
      const day = dayFromNumber(number);
      const standing = this.standing(day);
      provisional ||= standing.provisional;
      if (counts(day, standing)) left--;
      if (number - dayNumber(from) > longest) throw new OwnFault(`no end of ${count} days after ${from}`);
    }
    return { day: dayFromNumber(number), provisional };
  }

  #isPublished(day: Day): boolean {
    const { publishedFrom, publishedUntil } = this;
    return publishedFrom !== null && publishedUntil !== null && day >= publishedFrom && day <= publishedUntil;
  }
}

/** A hundred years, in days: no deadline of an office is longer. */
const longest = 36_525;

function isWeekend(day: Day): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = (((dayNumber(day) + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}
