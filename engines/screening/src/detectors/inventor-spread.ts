import { type Day, dayNumber } from '@zhiheng/vocabulary';
import { scaled } from '../clues/strength.js';
import { threshold } from '../rules/read-rules.js';
import type { RuleSpan } from '../rules/rule.js';
import type { ScreenedSession } from '../screened-session.js';
import { components } from './components.js';
import { type Detector, type Finding, nothing, othersBeside } from './detector.js';
import { spanSql } from './pair-facts.js';
import { sorted } from './recombination.js';

interface Invention {
  readonly id: string;
  readonly inventor: string;
  readonly filed: Day;
  readonly party: string;
  readonly field: string | null;
  readonly holderType: string | null;
}

/**
 * Inventors that stand, within some days, in applications of several holders whom nothing connects, in several fields. Parties that the release
 * connects count as one where the rule says so; so do those of universities not at all.
 */
export const inventorSpread: Detector = async ({ session }, rule, span) => {
  const [holders, fields, within] = [threshold(span, 'holders'), threshold(span, 'fields'), threshold(span, 'within')];
  const inventions = await inventionsOf(session, span, holders, fields);
  const linked = rule.exceptions.includes('related-parties') ? await linksAmong(session, inventions) : [];
  const spares = rule.exceptions.includes('universities');
  const findings = new Map<string, Finding>();
  const excepted = { universities: new Set<string>(), 'related-parties': new Set<string>() };
  for (const own of byInventor(inventions)) {
    for (const one of own) {
      const window = bestWindow(own, within, one);
      const apart = new Set(window.map(({ party }) => party)).size;
      const told = new Set(window.flatMap(({ field }) => field ?? [])).size;
      if (apart < holders || told < fields) continue;
      const free = spares ? window.filter(({ holderType }) => !isResearch(holderType)) : window;
      const parties = [...new Set(free.map(({ party }) => party))];
      if (parties.length < holders) {
        excepted.universities.add(one.id);
        continue;
      }
      const unrelated = components(parties, linked).length;
      if (unrelated < holders) {
        excepted['related-parties'].add(one.id);
        continue;
      }
      const known = findings.get(one.id);
      if (known !== undefined && known.statistic >= unrelated) continue;
      findings.set(one.id, {
        application: one.id,
        statistic: unrelated,
        strength: scaled(unrelated, [holders, 3 * holders], [0.4, 1]),
        evidence: {
          ...nothing,
          facts: { inventor: one.inventor, holders: apart, unrelatedHolders: unrelated, fields: told, within },
          ...othersBeside(one.id, window, ({ filed, field }) => ({ filed, field })),
        },
      });
    }
  }
  const left = (ids: ReadonlySet<string>) => [...ids].filter((id) => !findings.has(id)).length;
  return {
    findings: sorted([...findings.values()]),
    excepted: { universities: left(excepted.universities), 'related-parties': left(excepted['related-parties']) },
    withoutCohort: 0,
  };
};

/** Applications of inventors that could be meant: who has enough holders and fields at any distance in time. */
function inventionsOf(session: ScreenedSession, span: RuleSpan, holders: number, fields: number): Promise<Invention[]> {
  return session.rows<Invention>(
    `SELECT s.id, i.pseudonym AS inventor, s.filed_on AS filed, s.party, s.field, s.holder_type AS "holderType"
     FROM screened AS s JOIN inventor AS i ON i.id = s.id
     WHERE ${spanSql(span)} AND s.party IS NOT NULL AND i.pseudonym IN (
       SELECT j.pseudonym FROM inventor AS j JOIN screened AS s ON s.id = j.id WHERE ${spanSql(span)}
       GROUP BY j.pseudonym HAVING count(DISTINCT s.party) >= ${holders} AND count(DISTINCT s.field) >= ${fields})
     ORDER BY i.pseudonym, s.filed_on, s.id`,
  );
}

async function linksAmong(session: ScreenedSession, inventions: readonly Invention[]): Promise<[string, string][]> {
  await session.registerTable(
    'spread_party',
    { party: 'text' },
    [...new Set(inventions.map(({ party }) => party))].map((party) => [party]),
  );
  const rows = await session.rows<{ a: string; b: string }>(
    `SELECT a, b FROM related_party WHERE a IN (SELECT party FROM spread_party) AND b IN (SELECT party FROM spread_party)`,
  );
  return rows.map(({ a, b }) => [a, b]);
}

function byInventor(inventions: readonly Invention[]): Invention[][] {
  const by = new Map<string, Invention[]>();
  for (const one of inventions) {
    const known = by.get(one.inventor);
    if (known === undefined) by.set(one.inventor, [one]);
    else known.push(one);
  }
  return [...by.values()];
}

/** Of the windows of some days that hold an application, the one with most holders. */
function bestWindow(own: readonly Invention[], within: number, one: Invention): Invention[] {
  let best: Invention[] = [one];
  for (const first of own) {
    const from = dayNumber(first.filed);
    const window = own.filter(({ filed }) => dayNumber(filed) >= from && dayNumber(filed) - from <= within);
    if (!window.includes(one)) continue;
    const count = (all: readonly Invention[]) => new Set(all.map(({ party }) => party)).size;
    if (count(window) > count(best)) best = window;
  }
  return best;
}

function isResearch(holderType: string | null): boolean {
  return holderType === 'university' || holderType === 'institute';
}
