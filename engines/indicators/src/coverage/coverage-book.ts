import {
  type AreaDirectory,
  type CoverageEntry,
  type CoverageTable,
  type CoveredEvent,
  type Dataset,
  type Day,
  dayNumber,
  type Kind,
  kinds,
} from '@zhiheng/vocabulary';
import { partsOf } from './area-parts.js';
import {
  betterOf,
  type CoverState,
  coverRanks,
  emptyTimeline,
  extremesWithin,
  type Stretch,
  type Timeline,
  timelineOf,
  worseOf,
} from './timeline.js';

/** Days from `from` to `to`, both inside. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

export interface CoverageScope {
  readonly office: string;
  readonly dataset: Dataset;
  /** What is counted; left out: patents. */
  readonly table?: CoverageTable;
  /** Nothing is known of days after this one, whatever an entry promises. */
  readonly today: Day;
}

/** Coverage that figures over a table rest on: of their own events; those of patents on the recording of deeds about them too. */
const tablesOfBook: Readonly<Record<CoverageTable, readonly CoverageTable[]>> = {
  patents: ['patents', 'recordals'],
  trademarks: ['trademarks'],
  recordals: ['recordals'],
};

/** What a release can know of the records of one table, office and dataset, joined over all entries that speak of them. */
export class CoverageBook {
  readonly #entries: readonly CoverageEntry[];
  readonly #areas: AreaDirectory;
  readonly #timelines = new Map<string, Timeline>();

  constructor(entries: readonly CoverageEntry[], areas: AreaDirectory, scope: CoverageScope) {
    this.#entries = entries
      .filter(({ table }) => tablesOfBook[scope.table ?? 'patents'].includes(table))
      .filter((entry) => entry.office === scope.office && entry.dataset === scope.dataset && entry.from <= scope.today)
      .map((entry) => (entry.to > scope.today ? { ...entry, to: scope.today } : entry));
    this.#areas = areas;
  }

  /** Kinds that any entry names, in the vocabulary's order; an entry without kinds names all. */
  namedKinds(): Kind[] {
    return kinds.filter((kind) => this.#entries.some((entry) => entry.table === 'patents' && speaksOf(entry, kind)));
  }

  /** Years with at least one covered day of the event, ascending. */
  years(event: CoveredEvent): number[] {
    const years = new Set<number>();
    for (const entry of this.#entries) {
      if (entry.event !== event) continue;
      const last = Number(entry.to.slice(0, 4));
      for (let year = Number(entry.from.slice(0, 4)); year <= last; year++) years.add(year);
    }
    return [...years].sort((a, b) => a - b);
  }

  /**
   * What is known of an event of all these kinds in an area over a span: `full` and `maturing` hold for every kind and
   * day, `partial` for a mixture, `none` where no day of any kind is covered.
   */
  state(event: CoveredEvent, of: readonly Kind[], area: string, span: DaySpan): CoverState {
    if (of.length === 0) return 'none';
    const [from, to] = [dayNumber(span.from), dayNumber(span.to)];
    const extremes = of.map((kind) => extremesWithin(this.timeline(event, kind, area), from, to));
    const worst = Math.min(...extremes.map((extreme) => extreme.worst));
    if (worst === coverRanks.full) return 'full';
    if (worst === coverRanks.maturing) return 'maturing';
    return extremes.some((extreme) => extreme.best > coverRanks.none) ? 'partial' : 'none';
  }

  /** Day by day what is known of an event of one kind in an area. */
  timeline(event: CoveredEvent, kind: Kind, area: string): Timeline {
    const key = `${event} ${kind} ${area}`;
    const known = this.#timelines.get(key);
    if (known !== undefined) return known;
    const direct = timelineOf(this.#stretches(event, kind, area));
    const parts = partsOf(this.#areas, area).map((part) => this.timeline(event, kind, part));
    const whole = parts.length === 0 ? emptyTimeline : parts.reduce(worseOf);
    const timeline = betterOf(direct, whole);
    this.#timelines.set(key, timeline);
    return timeline;
  }

  /** Days on which every right of the kind in force in the area is known to be in the files, up to `until`. */
  inForceDays(events: readonly CoveredEvent[], kind: Kind, area: string, until: Day): Day[] {
    const days = this.#entries
      .filter((entry) => events.includes(entry.event) && speaksOf(entry, kind) && this.#holds(entry, area))
      .map((entry) => entry.inForceFrom);
    return [...new Set(days.filter((day) => day !== null))].filter((day) => day <= until).sort();
  }

  /** Provinces whose coverage together makes that of a wider area. */
  partsOf(area: string): readonly string[] {
    return partsOf(this.#areas, area);
  }

  #stretches(event: CoveredEvent, kind: Kind, area: string): Stretch[] {
    return this.#entries.flatMap((entry) => {
      if (entry.event !== event || !speaksOf(entry, kind)) return [];
      const days = { from: dayNumber(entry.from), to: dayNumber(entry.to) };
      if (this.#holds(entry, area)) return [{ ...days, rank: coverRanks[entry.completeness] }];
      const touches = entry.areas?.some((covered) => this.#areas.within(covered, area)) ?? false;
      return touches ? [{ ...days, rank: coverRanks.partial }] : [];
    });
  }

  #holds(entry: CoverageEntry, area: string): boolean {
    return entry.areas === null || entry.areas.some((covered) => this.#areas.within(area, covered));
  }
}

function speaksOf(entry: CoverageEntry, kind: Kind): boolean {
  return entry.kinds === null || entry.kinds.includes(kind);
}
