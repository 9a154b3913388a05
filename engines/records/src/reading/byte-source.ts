import type { Day } from '@zhiheng/vocabulary';

export type { ByteSource } from '@zhiheng/archives';

export interface ReadOptions {
  /** Name of the file, for the place of faults. */
  readonly file?: string;
  /** Items handed over at once; 500 when left out. */
  readonly batchSize?: number;
  /**
   * When the file turns out damaged, hand over the whole records that still wait in the unfinished batch before the
   * fault is thrown. The fault is thrown either way.
   */
  readonly keepComplete?: boolean;
  /** Last day on which something can have happened: a filing behind it is at fault. Left out: any day up to 2100. */
  readonly latest?: Day | undefined;
}

export const usualBatchSize = 500;
