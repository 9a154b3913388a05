import type { ReadTexts, TextGroup, TextPair } from '@zhiheng/screening';
import type { KeptTexts } from './kept-texts.js';
import type { PairsOfField } from './pair-parts.js';
import type { ScreeningRun } from './screening-run.js';

/** What was found in the texts of a release. */
export interface FoundTexts extends Pick<ScreeningRun, 'documents' | 'classes' | 'candidates' | 'capped'> {
  /** All pairs, field by field. */
  readonly columns: readonly PairsOfField[];
  /** Those of abstracts and claims. */
  readonly pairs: readonly TextPair[];
  readonly groups: readonly TextGroup[];
  /** Texts of the applications in pairs of abstracts or claims. */
  readonly texts: ReadTexts;
  /** What the next run begins with. */
  readonly near: KeptTexts['near'];
}
