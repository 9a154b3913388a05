import type { CalendarAnswer } from '@zhiheng/office';

export type YearDay = CalendarAnswer['days'][number];

/** A month as weeks from Monday to Sunday; null where a week reaches into another month. */
export interface Month {
  /** 1 to 12. */
  readonly month: number;
  readonly weeks: readonly (readonly (YearDay | null)[])[];
}

/** The twelve months of a year's days. */
export function monthsOf(days: readonly YearDay[]): Month[] {
  return Array.from({ length: 12 }, (_, index) => {
    const inMonth = days.filter(({ day }) => Number(day.slice(5, 7)) === index + 1);
    const before = inMonth[0] === undefined ? 0 : weekday(inMonth[0].day);
    const cells: (YearDay | null)[] = [...Array<null>(before).fill(null), ...inMonth];
    while (cells.length % 7 !== 0) cells.push(null);
    const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
    return { month: index + 1, weeks };
  });
}

/** 0 for Monday to 6 for Sunday. */
export function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** How a day differs from what its place in the week says. */
export function markOf({ day, working, name }: YearDay): 'holiday' | 'workday' | 'weekend' | 'plain' {
  const weekend = weekday(day) >= 5;
  if (weekend && working) return 'workday';
  if (!working && (!weekend || name !== null)) return 'holiday';
  return weekend ? 'weekend' : 'plain';
}

/** Named days, neighbours of one name and one mark together. */
export interface NamedDays {
  readonly name: string;
  readonly mark: 'holiday' | 'workday';
  readonly from: string;
  readonly to: string;
  readonly source: string | null;
}

export function namedDays(days: readonly YearDay[]): NamedDays[] {
  const named: NamedDays[] = [];
  let open = false;
  for (const day of days) {
    const mark = markOf(day);
    const last = named.at(-1);
    if (day.name === null || mark === 'plain' || mark === 'weekend') {
      open = false;
      continue;
    }
    if (open && last !== undefined && last.name === day.name && last.mark === mark) {
      named[named.length - 1] = { ...last, to: day.day };
    } else named.push({ name: day.name, mark, from: day.day, to: day.day, source: day.source });
    open = true;
  }
  return named;
}
