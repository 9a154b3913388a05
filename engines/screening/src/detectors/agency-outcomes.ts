import type { Day } from '@zhiheng/vocabulary';
import { scaled } from '../clues/strength.js';
import { threshold } from '../rules/read-rules.js';
import { binomialTail, funnelLimit } from './binomial.js';
import { type Detector, type Finding, nothing, othersAmong } from './detector.js';
import { spanSql } from './pair-facts.js';
import { sorted } from './recombination.js';

interface Ended {
  readonly agency: string;
  readonly ended: number;
  readonly badly: number;
}

/** SQL of whether an application ended, and whether it ended badly: by what was decided about it, else by its state. */
const badSql = `CASE WHEN d.deducted_on IS NOT NULL THEN 1 WHEN st.outcome IN ('withdrawn', 'refused') THEN 1 ELSE 0 END`;
const endedSql = `(d.deducted_on IS NOT NULL OR st.outcome IS NOT NULL)`;
const joins = `FROM screened AS s LEFT JOIN patent_states AS st ON st.id = s.id LEFT JOIN patent_decisions AS d ON d.id = s.id`;

/**
 * Agencies of whose ended applications more were withdrawn, deemed withdrawn or refused than chance allows around the share of all agencies:
 * the exact binomial limit of a funnel. Named are the applications that ended so. Agencies with few ended applications are not judged.
 */
export const agencyOutcomes: Detector = async ({ session }, _, span) => {
  const level = threshold(span, 'level');
  const rates = await session.rows<Ended>(
    `SELECT s.agency, count(*) AS ended, sum(${badSql}) AS badly ${joins}
     WHERE s.agency IS NOT NULL AND ${endedSql} AND ${spanSql(span)} GROUP BY s.agency ORDER BY s.agency`,
  );
  const [allEnded, allBadly] = [sum(rates, 'ended'), sum(rates, 'badly')];
  const judged = rates.filter(({ ended }) => ended >= threshold(span, 'ended'));
  const outside = judged.flatMap((rate) => {
    const chance = allBadly / allEnded;
    const limit = funnelLimit(rate.ended, chance, level);
    return rate.badly >= limit ? [{ ...rate, chance, limit, tail: binomialTail(rate.ended, rate.badly, chance) }] : [];
  });
  if (outside.length === 0) return { findings: [], excepted: {}, withoutCohort: 0 };
  await session.registerTable(
    'judged_agency',
    { agency: 'text' },
    outside.map(({ agency }) => [agency]),
  );
  const members = await session.rows<{ id: string; filed: Day; agency: string }>(
    `SELECT s.id, s.filed_on AS filed, s.agency ${joins} WHERE s.agency IN (SELECT agency FROM judged_agency) AND ${spanSql(span)} AND ${badSql} = 1 ORDER BY s.id`,
  );
  const findings = outside.flatMap(({ agency, ended, badly, chance, limit, tail }): Finding[] => {
    const own = members.filter((one) => one.agency === agency);
    const facts = { agency, ended, badly, share: badly / ended, shareOfAll: chance, limit, chance: tail, level };
    // Ten times more unlikely than the rule asks is a step, a hundred million times is the most.
    const strength = scaled(Math.log10(level / Math.max(tail, 1e-300)), [0, 8], [0.4, 1]);
    const othersOf = othersAmong(own, ({ filed }) => ({ filed }));
    return own.map(({ id }) => {
      const evidence = { ...nothing, facts, ...othersOf(id) };
      return { application: id, statistic: badly / ended, strength, evidence };
    });
  });
  return { findings: sorted(findings), excepted: {}, withoutCohort: 0 };
};

function sum(rates: readonly Ended[], column: 'ended' | 'badly'): number {
  return rates.reduce((total, rate) => total + rate[column], 0);
}
