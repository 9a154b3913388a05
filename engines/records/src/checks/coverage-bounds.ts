import { type CoverageEntry, type CoverageEvent, type Day, type Kind, kinds } from '@zhiheng/vocabulary';

/** Between which days the coverage of an office, dataset and kind tells of an event. */
export interface CoverageBounds {
  readonly office: string;
  readonly dataset: string;
  readonly kind: string;
  /** Null where a file holds what was in force on a day: then filings and events before the span are in it too. */
  readonly from: Day | null;
  readonly to: Day;
}

/** The widest span of an event for each office, dataset and kind. */
export function coverageBounds(coverage: readonly CoverageEntry[], event: CoverageEvent): CoverageBounds[] {
  const patents = coverage.filter((one) => one.table === 'patents');
  const stocks = new Set(patents.filter(({ inForceFrom }) => inForceFrom !== null).flatMap(keysOf));
  const bounds = new Map<string, CoverageBounds>();
  for (const entry of patents.filter((one) => one.event === event)) {
    for (const kind of entry.kinds ?? kinds) {
      const { office, dataset } = entry;
      const key = keyOf(entry, kind);
      const from = stocks.has(key) ? null : entry.from;
      const known = bounds.get(key);
      const first =
        known === undefined ? from : known.from === null || from === null ? null : earlier(known.from, from);
      const to = known === undefined || known.to < entry.to ? entry.to : known.to;
      bounds.set(key, { office, dataset, kind, from: first, to });
    }
  }
  return [...bounds.values()];
}

const keyOf = ({ office, dataset }: CoverageEntry, kind: Kind): string => JSON.stringify([office, dataset, kind]);
const keysOf = (entry: CoverageEntry): string[] => (entry.kinds ?? kinds).map((kind) => keyOf(entry, kind));
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
