import type { Day, LocalizedText } from '@zhiheng/vocabulary';

/** A rule that an application can be found abnormal by: one kind that a text names. */
export interface Ground {
  /** `411-1`: the text and the number of the kind in it. */
  readonly id: string;
  readonly names: LocalizedText;
  readonly source: { readonly text: string; readonly article: string; readonly date: string | null };
  /** First and last day of decisions that may rest on it; null: no end is known. */
  readonly validFrom: Day;
  readonly validTo: Day | null;
  /** The official text of the kind was not seen. */
  readonly provisional: boolean;
}
