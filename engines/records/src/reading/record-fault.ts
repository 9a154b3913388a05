import type { ErrorCode } from '@zhiheng/vocabulary';

/** A single record is at fault; the reader turns this into a quarantined item and goes on. */
export class RecordFault extends Error {
  override readonly name = 'RecordFault';

  constructor(
    readonly code: ErrorCode,
    /** Canonical column; null when the record as a whole is at fault. */
    readonly field: string | null,
    readonly found: string | null,
    readonly expected: string | null,
  ) {
    super(code);
  }
}
