import type { Day, DecisionOutcome, LocalizedText } from '@zhiheng/vocabulary';

/** Which decisions take an application out of counts, by the day of the decision. */
export interface DeductionRule {
  /** First and last day of the decisions that it is for; null: no end. */
  readonly validFrom: Day;
  readonly validTo: Day | null;
  /** Outcomes that deduct; any other ends a deduction on its ground. */
  readonly outcomes: readonly DecisionOutcome[];
  /** The day from which it is deducted: that of the decision, or that of the first notice on its ground. */
  readonly from: 'decision' | 'notice';
}

/** How what is decided about abnormal applications changes counts. No text that was seen settles it. */
export interface DeductionPolicy {
  readonly names: LocalizedText;
  readonly rules: readonly DeductionRule[];
  readonly provisional: boolean;
  /** SHA-256 of the file's text: a vintage names it. */
  readonly hash: string;
}

/** The rule for a decision of a day; null where the policy has none: nothing is deducted. */
export function ruleOf(policy: Pick<DeductionPolicy, 'rules'>, day: Day): DeductionRule | null {
  return (
    policy.rules.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo)) ?? null
  );
}
