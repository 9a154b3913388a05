import type { HistoryEntry } from '@zhiheng/acts';

export const roundStates = ['proposed', 'returned', 'published', 'withdrawn'] as const;
export type RoundState = (typeof roundStates)[number];

/** One round of a vintage on its way to being published. */
export interface PublicationRound {
  /** `VINTAGE.ROUND`. */
  readonly id: string;
  readonly vintage: string;
  readonly round: number;
  /** SHA-256 of the manifest that was proposed. */
  readonly hash: string;
  readonly state: RoundState;
  /** Counts the acts of the round; whoever acts names the version that they looked at. */
  readonly version: number;
  readonly history: readonly HistoryEntry[];
}

/** A vintage that was put before readers. */
export interface VintagePublication {
  /** Number of the act in the ledger. */
  readonly act: number;
  readonly vintage: string;
  readonly round: string;
  /** SHA-256 of the manifest that was published. */
  readonly hash: string;
  /** Act of the publication that it took the place of. */
  readonly replaces: number | null;
  readonly proposedBy: string;
  readonly signedBy: string;
  readonly time: string;
  /** Of the proposal. */
  readonly reason: string;
}

/** That published values were replaced by others: names both vintages, and keeps the old one. */
export interface CorrectionNotice {
  /** Number of the act in the ledger. */
  readonly act: number;
  readonly time: string;
  readonly vintage: string;
  readonly corrects: string;
  readonly reason: string;
  /** How many values differ, by indicator. */
  readonly differing: Readonly<Record<string, number>>;
}
