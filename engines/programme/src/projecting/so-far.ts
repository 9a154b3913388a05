import { type Day, dayOf, daysInMonth, type Period, parsePeriod, periodsEndingWith } from '@zhiheng/vocabulary';
import { isReason, type Look } from '../judging/look.js';
import type { Reading } from '../reading.js';

/**
 * How the values of one series go together over time. `events`: values of months add up; `counted`: they do and never fall back, as no event
 * counted is taken away again; `stock`: what stands at the end of a period; `level`: neither (a mean, a share, a rate).
 */
export type SeriesNature = 'events' | 'counted' | 'stock' | 'level';

/** The value of the first months of a period. */
export interface SoFar {
  /** The periods it was read from; several where they were added up. */
  readonly periods: readonly Period[];
  readonly reading: Reading;
}

/** Last days of the months that lie whole inside a period, end before it does, and not after `day`; the latest first. */
export function endedMonths(period: Period, day: Day): Day[] {
  const { year, from, to } = parsePeriod(period);
  const [first, last] = [monthOf(from), monthOf(to)];
  const ends = Array.from({ length: last - first }, (_, index) => {
    const month = last - 1 - index;
    return dayOf(year, month, daysInMonth(year, month));
  });
  return ends.filter((end) => end <= day);
}

/** The value of the same months of a period: up to the end of `month`. Null where no way leads to it. */
export function soFarOf(look: Look, period: Period, month: number, nature: SeriesNature): SoFar | null {
  for (const periods of waysTo(period, month, nature)) {
    const readings = inOneUnit(look, periods);
    if (readings?.every((one) => isUsable(one) && one.scope === readings[0]?.scope)) {
      return { periods, reading: readings.reduce(added) };
    }
  }
  return null;
}

/** The values of some periods in the unit of the first; null where one is missing. */
function inOneUnit(look: Look, periods: readonly Period[]): Reading[] | null {
  const readings: Reading[] = [];
  for (const period of periods) {
    const unit = readings[0]?.unit;
    const seen = unit === undefined ? look(period) : look(period, unit);
    if (isReason(seen)) return null;
    readings.push(seen);
  }
  return readings;
}

/** Whether a value is one to reckon with: neither a bound nor one of an incomplete period. */
export function isUsable(reading: Reading): boolean {
  return reading.bound === null && !reading.provisional;
}

export const monthOf = (day: Day): number => Number(day.slice(5, 7));

/** Every period from which the value of the first months can be read or added up, the plainest first. */
export function waysTo(period: Period, month: number, nature: SeriesNature): Period[][] {
  const { year, from } = parsePeriod(period);
  const first = monthOf(from);
  const ending = periodsEndingWith(year, month).filter((one) => one !== period);
  const whole = ending.filter((one) => monthOf(parsePeriod(one).from) === first);
  const plain = nature === 'stock' ? [...whole, ...ending.filter((one) => !whole.includes(one))] : whole;
  const sums = nature === 'events' || nature === 'counted' ? sumsTo(year, first, month) : [];
  return [...plain.map((one) => [one]), ...sums];
}

/** Halves, quarters and months in a row; quarters and months; months. */
function sumsTo(year: number, first: number, last: number): Period[][] {
  const rows = [[6, 3, 1], [3, 1], [1]].map((lengths) => {
    const row: Period[] = [];
    let month = first;
    while (month <= last) {
      const length = lengths.find((one) => (month - 1) % one === 0 && month + one - 1 <= last) ?? 1;
      row.push(nameOf(year, month, length));
      month += length;
    }
    return row;
  });
  return rows.filter((row, index) => row.length > 1 && rows.findIndex((one) => one.join() === row.join()) === index);
}

function nameOf(year: number, month: number, length: number): Period {
  if (length === 6) return `${year}-H${(month + 5) / 6}`;
  if (length === 3) return `${year}-Q${(month + 2) / 3}`;
  return `${year}-${String(month).padStart(2, '0')}`;
}

function added(a: Reading, b: Reading): Reading {
  return {
    ...a,
    value: a.value.plus(b.value),
    lower: a.lower.plus(b.lower),
    upper: a.upper.plus(b.upper),
    span: a.span === 'exact' ? b.span : a.span,
    estimated: a.estimated || b.estimated,
  };
}
