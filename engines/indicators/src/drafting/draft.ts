import type { HistoryEntry, PossibleAct } from '@zhiheng/acts';

export const draftStates = ['written', 'submitted', 'returned', 'published', 'withdrawn'] as const;
export type DraftState = (typeof draftStates)[number];

/** One round of a definition: from its first text until it is published or withdrawn. */
export interface Draft {
  /** `INDICATOR.ROUND`. */
  readonly draft: string;
  readonly indicator: string;
  readonly round: number;
  readonly state: DraftState;
  /** Counts the acts of the round; whoever acts names the version that they looked at. */
  readonly version: number;
  /** The newest text; null: what was in force before the first publication. */
  readonly text: string | null;
  /** SHA-256 of the text. */
  readonly hash: string;
  /** Act of the publication that it takes back; null for a draft with a text of its own. */
  readonly takesBack: number | null;
  readonly history: readonly HistoryEntry[];
}

/** A text as it was saved: every one is kept. */
export interface DraftText {
  readonly version: number;
  readonly text: string | null;
  readonly hash: string;
}

/** A definition put in force, or taken back. */
export interface DefinitionPublication {
  /** Number of the act in the ledger. */
  readonly act: number;
  readonly indicator: string;
  readonly draft: string;
  /** Null: from then on what came with the software holds again, if it has one. */
  readonly text: string | null;
  readonly hash: string;
  /** Act of the publication that it took back. */
  readonly takesBack: number | null;
  /** Persons who wrote or submitted it, in order. */
  readonly writtenBy: readonly string[];
  readonly publishedBy: string;
  readonly time: string;
  readonly reason: string;
  /** SHA-256 of the file that came with the software, as it was then; null: there was none. */
  readonly shipped: string | null;
}

/** What one may do with a draft now. */
export type DraftAct = PossibleAct;
