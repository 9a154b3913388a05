import type { ExplainedVerdict, Programme, Verdict } from '@zhiheng/programme';
import type { LocalizedText, Observation } from '@zhiheng/vocabulary';

/**
 * `GET /api/programmes/:id/targets/:target?vintage=&area=&effective=`, `verdict TARGET`: how one target is judged. `verdict` is the row that `verdicts` gives.
 */
export interface TargetAnswer extends ExplainedVerdict {
  readonly programme: Pick<Programme, 'id' | 'names' | 'year' | 'number' | 'departments' | 'ownersProposed'>;
  /** The day as of which is judged, and the vintage whose values are looked at; null where there is none. */
  readonly effective: string;
  readonly vintage: string | null;
  /** Names of the indicator that is looked at; null where there is none. */
  readonly indicator: { readonly names: LocalizedText; readonly provisional: boolean } | null;
  /** Whether the rule is a reading of the text and not the text's own. */
  readonly provisional: boolean;
  /** The values that the verdict rests on, with their publications: of the period or what is known of it, and of the year before. */
  readonly values: readonly Observation[];
  /** The same target in the regions that set it, or that it applies to. */
  readonly regions: readonly { readonly area: string; readonly names: LocalizedText; readonly verdict: Verdict }[];
}
