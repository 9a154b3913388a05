/** Cases followed for the same time: so many ended then, so many were last seen then without an end. */
export interface FollowedCases {
  readonly measure: number;
  readonly ended: number;
  readonly censored: number;
}

/**
 * Kaplan-Meier median: the first time at which at most half of the cases are still open, where those last seen without
 * an end count as open up to then; null when the curve stays above one half. At equal times ends come before censoring.
 * The curve is an exact fraction, so a half is a half.
 *
 * `cases`: each time once, ascending. Source: Kaplan and Meier, J. Amer. Statist. Assoc. 53 (1958), product limit.
 */
export function survivalMedian(cases: readonly FollowedCases[]): number | null {
  let atRisk = cases.reduce((sum, { ended, censored }) => sum + ended + censored, 0);
  let [open, all] = [1n, 1n];
  for (const { measure, ended, censored } of cases) {
    if (ended > 0) {
      open *= BigInt(atRisk - ended);
      all *= BigInt(atRisk);
      if (2n * open <= all) return measure;
    }
    atRisk -= ended + censored;
  }
  return null;
}
