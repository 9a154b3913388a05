import type { Day, LocalizedText } from '@zhiheng/vocabulary';

/** What speaks against a clue although the numbers are met; each detector says which it looks at. */
export const exceptions = [
  'same-family',
  'two-kinds-one-day',
  'one-holder',
  'universities',
  'related-parties',
] as const;
export type Exception = (typeof exceptions)[number];

/** With what an application is compared: others of its field filed in the four quarters before its own. */
export interface Cohort {
  /** Fewest applications that a cohort is told by. */
  readonly least: number;
}

/** One rule for one time span of filing days. */
export interface RuleSpan {
  /** First and last filing day that it is for; null: no end is known. */
  readonly validFrom: Day;
  readonly validTo: Day | null;
  /** Id of a ground of `grounds.yaml`. */
  readonly ground: string;
  /** Numbers by the names that the detector knows. */
  readonly thresholds: Readonly<Record<string, number>>;
  /** Names this text of the rule: `near-copy/2021-03-11/4f1c09aa`, the last a hash of all that it says. */
  readonly version: string;
}

/** A rule family: what one detector looks for, by which numbers, on which ground, since when. */
export interface Rule<Detector extends string = string> {
  readonly id: string;
  readonly detector: Detector;
  readonly names: LocalizedText;
  readonly explanation: LocalizedText;
  /** A clue of it never stands alone: its strength is weak. */
  readonly hint: boolean;
  readonly source: { readonly text: string; readonly article: string; readonly date: string | null };
  /** No office published these numbers, or the text was not seen. */
  readonly provisional: boolean;
  readonly exceptions: readonly Exception[];
  readonly cohort: Cohort | null;
  readonly spans: readonly RuleSpan[];
}

/** The span of a rule for a filing day; null where it has none. */
export function spanOf({ spans }: Pick<Rule, 'spans'>, filed: Day): RuleSpan | null {
  return spans.find(({ validFrom, validTo }) => validFrom <= filed && (validTo === null || filed <= validTo)) ?? null;
}
