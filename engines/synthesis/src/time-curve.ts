import { type DayNumber, yearOf, yearStart } from './calendar.js';

/** A quantity that changes with time: straight lines between knots `[year with fraction, value]`, flat outside them. */
export function valueAt(knots: readonly (readonly [number, number])[], day: DayNumber): number {
  const year = yearOf(day);
  const moment = year + (day - yearStart(year)) / 365.25;
  let before = knots[0];
  for (const knot of knots) {
    if (before === undefined || knot[0] > moment) {
      if (before === undefined || knot === before) return knot[1];
      return before[1] + ((knot[1] - before[1]) * (moment - before[0])) / (knot[0] - before[0]);
    }
    before = knot;
  }
  return before?.[1] ?? 0;
}
