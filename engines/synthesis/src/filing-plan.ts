import { type DayNumber, filingWeight, monthOf, yearOf, yearStart } from './calendar.js';
import { applicationsIn, inForceAtEndOf, type OfficeKind, officeKinds } from './office-volumes.js';
import type { Random } from './random.js';
import { WeightedChoice } from './weighted-choice.js';

/** So many filings of a kind between two days of one year, both included. */
export interface FilingCell {
  readonly kind: OfficeKind;
  readonly year: number;
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly count: number;
}

/** The cells of a window with the applications that the modelled nation files in each. */
function windowVolumes(from: DayNumber, to: DayNumber): (Omit<FilingCell, 'count'> & { volume: number })[] {
  return yearSpans(from, to).flatMap(({ year, first, last }) => {
    const part = weightBetween(first, last) / weightBetween(yearStart(year), yearStart(year + 1) - 1);
    return officeKinds.map((kind) => ({
      kind,
      year,
      from: first,
      to: last,
      volume: applicationsIn(kind, year) * part,
    }));
  });
}

/**
 * Shares `patents` out over kinds and filing years of the window in the proportions of the modelled nation (largest
 * remainders: the counts add up exactly). A year that lies partly in the window has the part that its days have.
 */
export function windowCells(patents: number, from: DayNumber, to: DayNumber): FilingCell[] {
  const cells = windowVolumes(from, to);
  const counts = shareOut(
    patents,
    cells.map((cell) => cell.volume),
  );
  return cells.map(({ volume: _, ...cell }, index) => ({ ...cell, count: counts[index] ?? 0 }));
}

/** How many records of the synthetic office stand for one of the modelled nation. */
export function scaleOf(patents: number, from: DayNumber, to: DayNumber): number {
  return patents / windowVolumes(from, to).reduce((sum, { volume }) => sum + volume, 0);
}

/** Assumed age of the opening stock: percent of each kind filed one, two, … ten years before the opening day. */
const stockAges: Readonly<Record<OfficeKind, readonly number[]>> = {
  invention: [1, 9, 17, 18, 16, 13, 10, 7, 5, 4],
  utility_model: [14, 26, 18, 13, 10, 7, 5, 3.5, 2.3, 1.2],
  design: [20, 24, 17, 12, 9, 7, 5, 3, 2, 1],
};
/** A right of the stock was filed at least so many days before the opening day. */
const youngest: Readonly<Record<OfficeKind, number>> = { invention: 300, utility_model: 180, design: 150 };

/** Rights in force on the opening day, by kind and filing year: the stock at the end of the year before, to scale. */
export function stockCells(scale: number, opening: DayNumber): FilingCell[] {
  return officeKinds.flatMap((kind) => {
    const size = Math.round(scale * inForceAtEndOf(kind, yearOf(opening) - 1));
    return shareOut(size, stockAges[kind]).map((count, index) => {
      const year = yearOf(opening) - 1 - index;
      const last = Math.min(yearStart(year + 1) - 1, opening - youngest[kind]);
      // The day after New Year: a right of ten years filed on the first of January would end on the opening day.
      return { kind, year, from: Math.max(yearStart(year), opening - 3651), to: last, count };
    });
  });
}

/** Filing years before the opening day that can still have open cases. */
const pendingYears: Readonly<Record<OfficeKind, number>> = { invention: 6, utility_model: 2, design: 2 };

/** All filings of the years before the opening day, from which those still open on it are kept. */
export function earlierCells(scale: number, opening: DayNumber): FilingCell[] {
  const cells: FilingCell[] = [];
  for (const kind of officeKinds) {
    for (let back = 0; back <= pendingYears[kind]; back += 1) {
      const year = yearOf(opening) - back;
      const to = Math.min(yearStart(year + 1), opening) - 1;
      if (to < yearStart(year)) continue;
      const part = weightBetween(yearStart(year), to) / weightBetween(yearStart(year), yearStart(year + 1) - 1);
      const count = Math.round(scale * part * applicationsIn(kind, year));
      cells.push({ kind, year, from: yearStart(year), to, count });
    }
  }
  return cells;
}

/**
 * Filings of a cell on each of its days; index 0 is the cell's first day. The months have their parts by the filing
 * habits, to the nearest filing; inside a month the days are drawn.
 */
export function dailyCounts(cell: FilingCell, random: Random): Uint32Array {
  const days = Array.from({ length: cell.to - cell.from + 1 }, (_, index) => cell.from + index);
  const counts = new Uint32Array(days.length);
  if (cell.count === 0) return counts;
  const months: DayNumber[][] = [];
  for (const [index, day] of days.entries()) {
    if (index === 0 || monthOf(day) !== monthOf(day - 1)) months.push([]);
    months.at(-1)?.push(day);
  }
  const weights = months.map((month) => month.reduce((sum, day) => sum + filingWeight(day), 0));
  for (const [index, count] of shareOut(cell.count, weights).entries()) {
    const choice = new WeightedChoice(months[index] ?? [], filingWeight);
    for (let drawn = 0; drawn < count; drawn += 1) {
      const at = choice.draw(random) - cell.from;
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return counts;
}

function yearSpans(from: DayNumber, to: DayNumber): { year: number; first: DayNumber; last: DayNumber }[] {
  return Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => {
    const year = yearOf(from) + index;
    return { year, first: Math.max(from, yearStart(year)), last: Math.min(to, yearStart(year + 1) - 1) };
  });
}

function weightBetween(from: DayNumber, to: DayNumber): number {
  let weight = 0;
  for (let day = from; day <= to; day += 1) weight += filingWeight(day);
  return weight;
}

/** Whole numbers in the proportions of the weights that add up to the total: largest remainders, ties to the first. */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((running, weight) => running + weight, 0);
  const shares = weights.map((weight) => (total * weight) / sum);
  const counts = shares.map(Math.floor);
  const missing = total - counts.reduce((running, count) => running + count, 0);
  const order = shares
    .map((share, index) => ({ index, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order.slice(0, missing)) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}
