import { mostOfHint, scaled } from '../clues/strength.js';
import type { CohortPosition } from '../cohorts/cohort-position.js';
import type { Measured } from '../cohorts/cohorts.js';
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
  const findings: Finding[] = [];
  let withoutCohort = 0;
  for (const one of cohorts.measured) {
    if (!inSpan(one, span)) continue;
    const asked = featuresOf(one, sides);
    const positions = asked.flatMap((feature) => cohorts.positionOf(one, feature, rule.cohort?.least ?? 1) ?? []);
    if (positions.length < asked.length) withoutCohort += 1;
    const out = positions.filter((position) => distance(position, sides) >= least);
    if (out.length === 0) continue;
    const furthest = Math.max(...out.map((position) => distance(position, sides)));
    const strength = scaled(furthest, [least, 3 * least], [0.5, 1]);
    findings.push({
      application: one.id,
      statistic: furthest,
      strength: rule.hint ? Math.min(strength, mostOfHint) : strength,
      evidence: { ...nothing, cohort: out },
    });
  }
  return { findings: sorted(findings), excepted: {}, withoutCohort };
}

function featuresOf({ values }: Measured, sides: Sides): Feature[] {
  return (Object.keys(sides) as Feature[]).filter((feature) => values[feature] !== null);
}

function distance({ feature, deviations }: CohortPosition, sides: Sides): number {
  return deviations * (sides[feature as Feature] ?? 1);
}
