import type { CoverageEntry, FaultReport } from '@zhiheng/vocabulary';

/** What one file brought, before its records are settled against what is held. */
export interface FileReading {
  readonly path: string;
  readonly format: string | null;
  readonly bytes: number;
  readonly sha256: string;
  /** Arrivals are numbered over the whole load; `lastSequence` is `firstSequence - 1` for none. */
  readonly firstSequence: number;
  readonly lastSequence: number;
  readonly ignoredReasons: Readonly<Record<string, number>>;
  readonly quarantined: number;
  readonly coverage: readonly CoverageEntry[];
  readonly error?: FaultReport;
  readonly keptComplete: boolean;
}
