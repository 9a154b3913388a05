import { type CoverageEntry, type CoveredEvent, coverageEvents } from '@zhiheng/vocabulary';

/** A coverage entry; by default every kind and area of the Chinese office, full, from a day on which all is in force. */
export function covered(
  event: CoveredEvent,
  from: string,
  to: string,
  change: Partial<CoverageEntry> = {},
): CoverageEntry {
  return {
    table: 'patents',
    office: 'CN',
    dataset: 'real',
    event,
    kinds: ['invention', 'utility_model', 'design'],
    areas: null,
    from,
    to,
    inForceFrom: from,
    completeness: 'full',
    source: 'test',
    ...change,
  };
}

/** Every event covered alike. */
export function coveredAll(from: string, to: string, change: Partial<CoverageEntry> = {}): CoverageEntry[] {
  return coverageEvents.map((event) => covered(event, from, to, change));
}
