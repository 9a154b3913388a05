import { mostOfHint, scaled } from '../clues/strength.js';
import type { Baseline } from '../cohorts/baseline.js';
import { type CohortPosition, positionOf } from '../cohorts/cohort-position.js';
import type { Feature } from '../cohorts/features.js';
import { threshold } from '../rules/read-rules.js';
import type { Rule, RuleSpan } from '../rules/rule.js';
import type { Detected, Finding, ScreenedOffice } from './detector.js';
import { nothing } from './detector.js';
import { inSpan } from './pair-facts.js';
import { sorted } from './recombination.js';

/** To which side of usual a feature is looked at: 1 for more, -1 for less. */
export type Sides = Partial<Readonly<Record<Feature, 1 | -1>>>;

/**
 * Applications that lie as many deviations from what is usual in their cohort as the rule asks, by any of some features. One that has such
 * features and no cohort large enough is counted, not judged.
 */
export function cohortOutliers(
  { cohorts }: Pick<ScreenedOffice, 'cohorts'>,
  rule: Rule,
  span: RuleSpan,
  sides: Sides,
): Detected {
  const least = threshold(span, 'deviations');
  const asked = Object.keys(sides) as Feature[];
  const findings: Finding[] = [];
  let withoutCohort = 0;
  for (const { field, quarter, members } of cohorts.byQuarter()) {
    // Of features that some application has: a baseline that nobody asks for is not frozen.
    const baselines = new Map<Feature, Baseline | null>();
    const baselineOf = (feature: Feature) => {
      const known = baselines.get(feature);
      if (known !== undefined) return known;
      const baseline = cohorts.baselineOf(feature, field, quarter, rule.cohort?.least ?? 1);
      baselines.set(feature, baseline);
      return baseline;
    };
    for (const one of members) {
      if (!inSpan(one, span)) continue;
      const out: CohortPosition[] = [];
      let lacking = false;
      for (const feature of asked) {
        const value = one.values[feature];
        if (value === null) continue;
        const baseline = baselineOf(feature);
        if (baseline === null) lacking = true;
        else if (distance(feature, (value - baseline.median) / baseline.spread, sides) >= least)
          out.push(positionOf(value, baseline));
      }
      if (lacking) withoutCohort += 1;
      if (out.length === 0) continue;
      const furthest = Math.max(...out.map(({ feature, deviations }) => distance(feature, deviations, sides)));
      const strength = scaled(furthest, [least, 3 * least], [0.5, 1]);
      findings.push({
        application: one.id,
        statistic: furthest,
        strength: rule.hint ? Math.min(strength, mostOfHint) : strength,
        evidence: { ...nothing, cohort: out },
      });
    }
  }
  return { findings: sorted(findings), excepted: {}, withoutCohort };
}

function distance(feature: string, deviations: number, sides: Sides): number {
  return deviations * (sides[feature as Feature] ?? 1);
}
