import type { LocalizedText, Role } from '@zhiheng/vocabulary';
import type { ClockRefusal } from './clocks.js';
import type { FieldFault } from './needs.js';

/** An act that could be done now by whoever asked. */
export interface PossibleAct {
  readonly act: string;
  readonly words: LocalizedText;
}

/** Why an act is refused, with what the code is about. */
export type RefusalReason =
  | { readonly code: 'act-unknown'; readonly didYouMean: string | null }
  | { readonly code: 'state'; readonly state: string | null; readonly from: readonly string[] }
  | { readonly code: 'role'; readonly roles: readonly Role[]; readonly operator: boolean }
  | { readonly code: 'organisation'; readonly organisation: string | null }
  | { readonly code: 'holder'; readonly holder: string | null }
  | { readonly code: 'four-eyes'; readonly act: string; readonly person: string; readonly time: string }
  | { readonly code: 'second-person' }
  | { readonly code: 'state-changed'; readonly act: string; readonly person: string; readonly time: string }
  | ({ readonly code: 'clock' } & ClockRefusal)
  | { readonly code: 'guard'; readonly guard: string }
  | { readonly code: 'field'; readonly fields: readonly FieldFault[] };

/** A refusal: its reason as data and in words, and what would be possible now. */
export type Refusal = RefusalReason & {
  readonly words: LocalizedText;
  readonly possible: readonly PossibleAct[];
};
