import type { Day } from './date.js';
import type { Kind } from './kind.js';
import type { Dataset } from './observation.js';

/** Events of a patent that coverage speaks of. */
export const coverageEvents = ['filed', 'examination_requested', 'closed', 'granted', 'ceased'] as const;
export type CoverageEvent = (typeof coverageEvents)[number];

/** Events that coverage speaks of, by the head table of the records that have them. */
export const coverageTables = {
  patents: coverageEvents,
  trademarks: ['filed', 'registered', 'ceased'],
  recordals: ['recorded'],
} as const;
export type CoverageTable = keyof typeof coverageTables;
/** An event of any of these tables. */
export type CoveredEvent = (typeof coverageTables)[CoverageTable][number];

export const completenesses = ['full', 'partial', 'maturing'] as const;
export type Completeness = (typeof completenesses)[number];

/** What a release can know of one event. */
export interface CoverageEntry {
  readonly table: CoverageTable;
  readonly office: string;
  readonly dataset: Dataset;
  readonly event: CoveredEvent;
  /** Kinds of patents; null: every kind, and for other tables. */
  readonly kinds: readonly Kind[] | null;
  /** Null: every area. */
  readonly areas: readonly string[] | null;
  readonly from: Day;
  readonly to: Day;
  /** A day on which every right in force is in the file; for `granted` or `registered`, and `ceased`. */
  readonly inForceFrom: Day | null;
  readonly completeness: Completeness;
  /** The file, mapping or block that says so. */
  readonly source: string;
}
