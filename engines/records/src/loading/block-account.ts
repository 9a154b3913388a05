import type { Dataset, Day, FaultReport } from '@zhiheng/vocabulary';
import type { QuarantinedRecord } from '../reading/record.js';

/** What the reading of one block says besides its records. */
export interface BlockAccount {
  readonly block: number;
  readonly records: number;
  readonly ignoredReasons: Readonly<Record<string, number>>;
  /** In the order of the file. */
  readonly quarantined: readonly QuarantinedRecord[];
  /** Days on which patents were granted, each once; null stands for records that tell none. */
  readonly grantedOn: Readonly<Record<Dataset, readonly (Day | null)[]>>;
  /** The fault of the file, behind everything that the account counts. */
  readonly fault: FaultReport | null;
  /** Nothing but white space stood in the block. */
  readonly blank: boolean;
}
