import type { FaultReport } from '@zhiheng/vocabulary';

/** Source records and what became of them: the five sum to `read`. */
export interface RecordSums {
  readonly read: number;
  readonly loaded: number;
  readonly replaced: number;
  readonly duplicates: number;
  readonly ignored: number;
  readonly quarantined: number;
}

export interface LoadedFile extends RecordSums {
  readonly path: string;
  readonly format: string | null;
  readonly bytes: number;
  /** Why records were ignored, with counts. */
  readonly ignoredReasons: Readonly<Record<string, number>>;
  /** Set for a file that added nothing: what is wrong with it and where. */
  readonly error?: FaultReport;
  /** True when only the complete records before the damage were kept. */
  readonly keptComplete?: boolean;
}

export interface LoadResult extends RecordSums {
  readonly files: readonly LoadedFile[];
  readonly seconds: number;
  readonly bytes: number;
}

export const noRecords: RecordSums = { read: 0, loaded: 0, replaced: 0, duplicates: 0, ignored: 0, quarantined: 0 };

/** Sums of sums. */
export function addSums(sums: readonly RecordSums[]): RecordSums {
  return sums.reduce(
    (total, one) => ({
      read: total.read + one.read,
      loaded: total.loaded + one.loaded,
      replaced: total.replaced + one.replaced,
      duplicates: total.duplicates + one.duplicates,
      ignored: total.ignored + one.ignored,
      quarantined: total.quarantined + one.quarantined,
    }),
    noRecords,
  );
}

/** True when nothing read was lost. */
export function sumsAgree(sums: RecordSums): boolean {
  return sums.read === sums.loaded + sums.replaced + sums.duplicates + sums.ignored + sums.quarantined;
}
