import type { CoverageEntry, FaultReport } from '@zhiheng/vocabulary';

/** What one file brought, before its records are settled against what is held. */
export interface FileReading {
  readonly path: string;
  readonly format: string | null;
  /** SHA-256 of the mapping it was read by; null without one. */
  readonly mapping: string | null;
  readonly bytes: number;
  readonly sha256: string;
  /** Its blocks among those of the whole load; `lastBlock` is `firstBlock - 1` for none. */
  readonly firstBlock: number;
  readonly lastBlock: number;
  /** Records that wait to be settled. */
  readonly records: number;
  readonly ignoredReasons: Readonly<Record<string, number>>;
  readonly quarantined: number;
  readonly coverage: readonly CoverageEntry[];
  readonly error?: FaultReport;
  readonly keptComplete: boolean;
}
