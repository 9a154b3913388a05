import type { CoverageEntry, Dataset, Day } from '@zhiheng/vocabulary';

/**
 * What weekly files tell by themselves: grants of their issue dates, in part. Application files tell nothing about
 * filings of a day, since they hold what was published that day.
 *
 * @param read the grant dates of the records read, in any order, nulls and repeats allowed
 */
export function usptoCoverage(read: {
  readonly grantedOn: Iterable<Day | null>;
  readonly dataset: Dataset;
  /** The file. */
  readonly source: string;
}): CoverageEntry[] {
  const days = [...new Set(read.grantedOn)].filter((day) => day !== null).sort();
  return days.map((day) => ({
    table: 'patents',
    office: 'US',
    dataset: read.dataset,
    event: 'granted',
    kinds: null,
    areas: null,
    from: day,
    to: day,
    inForceFrom: null,
    completeness: 'partial',
    source: read.source,
  }));
}
