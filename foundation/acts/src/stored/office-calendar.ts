import { type Act, byActor, type Ledger } from '@zhiheng/ledger';
import { type Actor, isDay, UserFault } from '@zhiheng/vocabulary';
import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import type { Kysely } from 'kysely';
import { type CalendarDay, type DayKind, dayKinds } from '../calendar/calendar-day.js';
import { extendingBounds } from '../calendar/extending-bounds.js';
import { type LineFault, readDays } from '../calendar/read-days.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import type { ActsTables } from './tables.js';

/** A day or a bound as someone set it, with the number of the act. */
export interface CalendarEdit extends CalendarDay {
  readonly act: number;
  readonly why: string;
  readonly person: string;
  readonly onBehalfOf: string | null;
  readonly time: string;
}

/** Who edits, when (ISO 8601, UTC) and why. */
export interface Editing {
  readonly actor: Actor;
  readonly time: string;
  readonly why: string;
}

/** The calendar of an office: the shipped list, and over it what people set, act by act. */
export class OfficeCalendar {
  readonly #ledger: Ledger;
  readonly #shipped: readonly CalendarDay[];

  /** `ledger` was opened with `actsMigrations`; `shipped` are the days of `definitions/reference/working-days.csv`. */
  constructor(ledger: Ledger, shipped: readonly CalendarDay[]) {
    this.#ledger = ledger;
    this.#shipped = shipped;
  }

  /** The calendar as it stands now. */
  async current(): Promise<WorkingCalendar> {
    return this.#over(await edits(this.#ledger.database()));
  }

  /** Every edit in order, of one day when named. */
  async history(date?: string): Promise<CalendarEdit[]> {
    const all = await edits(this.#ledger.database());
    return date === undefined ? all : all.filter((edit) => edit.date === date);
  }

  /** Sets a day, or moves a bound of what is published to it. Throws `calendar-wrong` without a real date, words or reason. */
  async set(day: CalendarDay, editing: Editing): Promise<Act> {
    const what = faultOf(day);
    if (what !== null) throw wrong([{ line: 1, what }]);
    refuseNoReason(editing);
    return this.#store('calendar:set', day.date, [day], canonicalHash(day), editing);
  }

  /**
   * Sets every day of a list (the form of `readDays`), all or none. Its bounds only widen what is published, and leave no
   * gap. Throws `calendar-wrong`, which tells every fault by line.
   */
  async import(csv: string, name: string, editing: Editing): Promise<Act> {
    refuseNoReason(editing);
    const { days, faults } = readDays(csv);
    if (faults.length > 0) throw wrong(faults, name);
    return this.#store('calendar:import', name, days, canonicalHash(days), editing);
  }

  #over(stored: readonly CalendarDay[]): WorkingCalendar {
    return new WorkingCalendar([...this.#shipped, ...stored]);
  }

  #store(
    kind: 'calendar:set' | 'calendar:import',
    object: string,
    given: readonly CalendarDay[],
    hash: string,
    { actor, time, why }: Editing,
  ): Promise<Act> {
    return this.#ledger.transact<ActsTables, Act>(async ({ database, append }) => {
      const before = await edits(database);
      const days = kind === 'calendar:set' ? given : extendingBounds(given, this.#over(before));
      if (typeof days === 'string') throw wrong([{ line: 1, what: days }], object);
      const states = [this.#over(before), this.#over([...before, ...days])].map(
        ({ publishedFrom, publishedUntil }) => ({ publishedFrom, publishedUntil }),
      );
      const act = await append({
        ...byActor(actor),
        ...{ time, kind, object, hash },
        before: states[0] ?? null,
        after: { ...states[1], why, days: days.length },
      });
      for (const [place, { date, kind, name, source }] of days.entries()) {
        const person = { person: actor.person, on_behalf_of: actor.onBehalfOf };
        const row = { act: act.number, place, date, kind, name, source, why, ...person, time };
        await database.insertInto('acts_calendar').values(row).execute();
      }
      return act;
    });
  }
}

async function edits(database: Kysely<ActsTables>): Promise<CalendarEdit[]> {
  const rows = await database.selectFrom('acts_calendar').selectAll().orderBy('act').orderBy('place').execute();
  return rows.map(({ place: _, on_behalf_of: onBehalfOf, kind, ...same }) => ({
    ...same,
    kind: kind as DayKind,
    onBehalfOf,
  }));
}

function faultOf({ date, kind, name, source }: CalendarDay): string | null {
  if (!isDay(date)) return `${date} is not a date of the calendar`;
  if (!dayKinds.includes(kind)) return `the kind ${String(kind)} is none of ${dayKinds.join(', ')}`;
  if (name.trim() === '') return 'the name is missing';
  return source.trim() === '' ? 'the source is missing' : null;
}

function refuseNoReason({ why }: Editing): void {
  if (why.trim() === '') throw new UserFault('calendar-wrong', { values: { what: 'the reason is missing' } });
}

function wrong(faults: readonly LineFault[], path?: string): UserFault {
  const what = faults.map(({ line, what }) => (path === undefined ? what : `line ${line}: ${what}`)).join('; ');
  const place = path === undefined ? {} : { place: { path, line: faults[0]?.line ?? 1 } };
  return new UserFault('calendar-wrong', { ...place, values: { what } });
}
