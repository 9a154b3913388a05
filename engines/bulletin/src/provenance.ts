import type { Day, LocalizedText } from '@zhiheng/vocabulary';

/** What the figures of a table rest on. */
export interface TableProvenance {
  /** Null: values that others published alone, without a vintage. */
  readonly vintage: string | null;
  readonly release: string | null;
  readonly effective: Day | null;
  readonly ledgerPosition: number | null;
  /** The indicators of the table with the hashes of their definitions. */
  readonly definitions: readonly { readonly id: string; readonly names: LocalizedText; readonly hash: string }[];
  /** The day on which the vintage was computed; without one, today. */
  readonly madeOn: Day;
}
