import { mostOfHint, scaled } from '../clues/strength.js';
import { type CohortPosition, positionOf } from '../cohorts/cohort-position.js';
import type { Usual } from '../cohorts/cohorts.js';
import type { Feature } from '../cohorts/features.js';
import { featureColumns } from '../cohorts/measured-applications.js';
import { threshold } from '../rules/read-rules.js';
import type { Rule, RuleSpan } from '../rules/rule.js';
import type { ScreenedSession } from '../screened-session.js';
import type { Detected, Finding, ScreenedOffice } from './detector.js';
import { nothing } from './detector.js';
import { spanSql } from './pair-facts.js';
import { sorted } from './recombination.js';

/** To which side of usual a feature is looked at: 1 for more, -1 for less. */
export type Sides = Partial<Readonly<Record<Feature, 1 | -1>>>;

type Outlier = { readonly id: string; readonly field: string; readonly quarter: number } & Readonly<
  Record<Feature, number | null>
>;

/**
 * Applications that lie as many deviations from what is usual in their cohort as the rule asks, by any of some features. One that has such
 * features and no cohort large enough is counted, not judged.
 */
export async function cohortOutliers(
  { session, cohorts }: Pick<ScreenedOffice, 'session' | 'cohorts'>,
  rule: Rule,
  span: RuleSpan,
  sides: Sides,
): Promise<Detected> {
  const least = threshold(span, 'deviations');
  const asked = Object.keys(sides) as Feature[];
  const usual = await cohorts.usualFor(asked, span, rule.cohort?.least ?? 1);
  await keepUsual(session, asked, usual);
  const baselinesOf = new Map(usual.map((one) => [`${one.field} ${one.quarter}`, one.baselines]));
  const findings: Finding[] = [];
  for (const one of await outliersOf(session, asked, span, { sides, least })) {
    const out: CohortPosition[] = [];
    for (const feature of asked) {
      const [value, baseline] = [one[feature], baselinesOf.get(`${one.field} ${one.quarter}`)?.get(feature)];
      if (value === null || baseline === undefined) continue;
      const position = positionOf(value, baseline);
      if (distance(feature, position.deviations, sides) >= least) out.push(position);
    }
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
  return { findings: sorted(findings), excepted: {}, withoutCohort: await withoutCohort(session, asked, span) };
}

/** Keeps `usual`: a row a field and quarter, with median and spread of each feature, null where there is no cohort large enough. */
async function keepUsual(session: ScreenedSession, asked: readonly Feature[], usual: readonly Usual[]): Promise<void> {
  const columns = asked.flatMap((feature) => ['median', 'spread'].map((name) => `${name}_${featureColumns[feature]}`));
  await session.registerTable(
    'usual_told',
    { field: 'text', quarter: 'integer', ...Object.fromEntries(columns.map((name) => [name, 'text' as const])) },
    usual.map(({ field, quarter, baselines }) => [
      ...[field, quarter],
      ...asked.flatMap((feature) => {
        const baseline = baselines.get(feature);
        return baseline === undefined ? [null, null] : [String(baseline.median), String(baseline.spread)];
      }),
    ]),
  );
  const told = columns.map((name) => `CAST(u.${name} AS DOUBLE) AS ${name}`);
  await session.keep('usual', `SELECT u.field, u.quarter, ${told.join(', ')} FROM usual_told AS u`);
}

/** Applications of a span of which a feature may lie as far out as is asked. */
function outliersOf(
  session: ScreenedSession,
  asked: readonly Feature[],
  span: RuleSpan,
  { sides, least }: { readonly sides: Sides; readonly least: number },
): Promise<Outlier[]> {
  const far = asked.map((feature) => {
    const column = featureColumns[feature];
    const deviations = `(s.${column} - u.median_${column}) / u.spread_${column}`;
    return `(${deviations}) * ${sides[feature] ?? 1} >= CAST('${least}' AS DOUBLE)`;
  });
  return session.rows<Outlier>(
    `SELECT s.id, s.field, s.quarter, ${asked.map((feature) => `s.${featureColumns[feature]} AS "${feature}"`).join(', ')}
     FROM measured_application AS s JOIN usual AS u ON u.field = s.field AND u.quarter = s.quarter
     WHERE ${spanSql(span)} AND (${far.join(' OR ')})`,
  );
}

/** How many applications of a span have one of the features and nothing to compare it with. */
async function withoutCohort(session: ScreenedSession, asked: readonly Feature[], span: RuleSpan): Promise<number> {
  const lacking = asked.map((feature) => {
    const column = featureColumns[feature];
    return `(s.${column} IS NOT NULL AND u.median_${column} IS NULL)`;
  });
  const [row] = await session.rows<{ n: number }>(
    `SELECT count(*) AS n FROM measured_application AS s LEFT JOIN usual AS u ON u.field = s.field AND u.quarter = s.quarter
     WHERE ${spanSql(span)} AND (${lacking.join(' OR ')})`,
  );
  return row?.n ?? 0;
}

function distance(feature: string, deviations: number, sides: Sides): number {
  return deviations * (sides[feature as Feature] ?? 1);
}
