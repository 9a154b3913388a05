import type { CappedBucket, TextGroup, TextPair } from '@zhiheng/screening';

/** What was found in the texts of a release. */
export interface FoundTexts {
  /** Applications that have a text. */
  readonly documents: number;
  /** Texts that differ after folding, of all fields. */
  readonly classes: number;
  /** Pairs of texts that were compared. */
  readonly candidates: number;
  readonly pairs: readonly TextPair[];
  readonly groups: readonly TextGroup[];
  readonly capped: readonly CappedBucket[];
}
