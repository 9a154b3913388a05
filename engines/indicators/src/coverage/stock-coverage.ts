import type { CoveredEvent, Day, Kind } from '@zhiheng/vocabulary';
import { dayNumber } from '@zhiheng/vocabulary';
import type { CoverageBook } from './coverage-book.js';
import { coverRanks, extremesWithin } from './timeline.js';

interface StockEvents {
  readonly startEvent: CoveredEvent;
  readonly endEvent: CoveredEvent;
  /** Whether deeds matter: who owns a right on a day, or whether it is pledged; then what was recorded must be known too. */
  readonly deeds: boolean;
}

/**
 * True when what is in force at the end of `day` is known in full: for every kind, starts and ends (and
 * deeds, where they matter) are covered in full from a day on which every right in force is in the files.
 */
export function stockIsKnown(
  book: CoverageBook,
  events: StockEvents,
  of: readonly Kind[],
  area: string,
  day: Day,
): boolean {
  return of.length > 0 && of.every((kind) => kindIsKnown(book, events, kind, area, day));
}

function kindIsKnown(book: CoverageBook, events: StockEvents, kind: Kind, area: string, day: Day): boolean {
  const { startEvent, endEvent, deeds } = events;
  const needed: readonly CoveredEvent[] = [startEvent, endEvent, ...(deeds ? (['recorded'] as const) : [])];
  const covered = (from: Day) =>
    needed.every((event) => {
      const { worst } = extremesWithin(book.timeline(event, kind, area), dayNumber(from), dayNumber(day));
      return worst === coverRanks.full;
    });
  if (book.inForceDays([startEvent, endEvent], kind, area, day).some(covered)) return true;
  const parts = book.partsOf(area);
  return parts.length > 0 && parts.every((part) => kindIsKnown(book, events, kind, part, day));
}
