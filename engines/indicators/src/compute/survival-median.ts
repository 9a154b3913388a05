/** Cases followed for the same time: so many ended then, so many were last seen then without an end. */
export interface FollowedCases {
  readonly measure: number;
  readonly ended: number;
  readonly censored: number;
}

/** A step of a survival curve: from this time on `open / all` of the cases are estimated to be still open. */
export interface SurvivalStep {
  readonly measure: number;
  readonly open: bigint;
  readonly all: bigint;
}

/**
 * The Kaplan-Meier curve as exact fractions, a step for each time at which cases ended. Those last seen without an end count as
 * open up to then; at equal times ends come before censoring.
 *
 * `cases`: each time once, ascending. Source: Kaplan and Meier, J. Amer. Statist. Assoc. 53 (1958), product limit.
 */
export function* survivalCurve(cases: readonly FollowedCases[]): Generator<SurvivalStep> {
  let atRisk = cases.reduce((sum, { ended, censored }) => sum + ended + censored, 0);
  let [open, all] = [1n, 1n];
  for (const { measure, ended, censored } of cases) {
    if (ended > 0) {
      open *= BigInt(atRisk - ended);
      all *= BigInt(atRisk);
      yield { measure, open, all };
    }
    atRisk -= ended + censored;
  }
}

/**
 * Kaplan-Meier median: the first time at which at most half of the cases are still open; null when the curve stays above
 * one half. The curve is an exact fraction, so a half is a half.
 */
export function survivalMedian(cases: readonly FollowedCases[]): number | null {
  for (const { measure, open, all } of survivalCurve(cases)) {
    if (2n * open <= all) return measure;
  }
  return null;
}
