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

/** A time at which cases ended, and how many were open before. */
export interface RiskStep {
  readonly measure: number;
  readonly ended: number;
  readonly atRisk: number;
}

/**
 * The Kaplan-Meier curve as exact fractions, a step for each time at which cases ended. Those last seen without an end count as
 * open up to then; at equal times ends come before censoring.
 *
 * `cases`: each time once, ascending. Source: Kaplan and Meier, J. Amer. Statist. Assoc. 53 (1958), product limit.
 */
export function survivalCurve(cases: readonly FollowedCases[]): Iterable<SurvivalStep> {
  let atRisk = cases.reduce((sum, { ended, censored }) => sum + ended + censored, 0);
  const steps: RiskStep[] = [];
  for (const { measure, ended, censored } of cases) {
    if (ended > 0) steps.push({ measure, ended, atRisk });
    atRisk -= ended + censored;
  }
  return curveOf(steps);
}

function* curveOf(steps: readonly RiskStep[]): Generator<SurvivalStep> {
  let [open, all] = [1n, 1n];
  for (const { measure, ended, atRisk } of steps) {
    open *= BigInt(atRisk - ended);
    all *= BigInt(atRisk);
    yield { measure, open, all };
  }
}

/**
 * Kaplan-Meier median: the first time at which at most half of the cases are still open; null when the curve stays above
 * one half. The curve is an exact fraction, so a half is a half.
 */
export function survivalMedian(cases: readonly FollowedCases[]): number | null {
  return medianOf(survivalCurve(cases));
}

/** The same out of the steps of a curve, ascending; those behind its median may be left out. */
export function medianOfSteps(steps: readonly RiskStep[]): number | null {
  return medianOf(curveOf(steps));
}

function medianOf(curve: Iterable<SurvivalStep>): number | null {
  for (const { measure, open, all } of curve) {
    if (2n * open <= all) return measure;
  }
  return null;
}
