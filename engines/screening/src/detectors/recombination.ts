import { scaled } from '../clues/strength.js';
import { exceptionOf } from '../pairs/exception-of.js';
import type { PairedApplications } from '../pairs/paired-texts.js';
import { threshold } from '../rules/read-rules.js';
import { type Detector, type Finding, nothing, type OtherApplication, others } from './detector.js';
import { inSpan, pairFacts } from './pair-facts.js';

/** A text that is put together from several earlier ones; named is the later application alone. */
export const recombination: Detector = async ({ paired }, rule, span) => {
  const [fewest, least] = [threshold(span, 'sources'), threshold(span, 'containment')];
  const sources = new Map<string, PairedApplications[]>();
  const excepted = new Set<string>();
  for (const pair of paired.pairs) {
    const found = recombined(pair);
    if (found === null || found.containment < least || !inSpan(pair.b, span)) continue;
    if (exceptionOf(rule.exceptions, pair.a, pair.b, pair.relation) !== null) {
      excepted.add(pair.b.id);
      continue;
    }
    sources.set(pair.b.id, [...(sources.get(pair.b.id) ?? []), pair]);
  }
  const findings = [...sources].flatMap(([application, pairs]): Finding[] => {
    if (pairs.length < fewest) return [];
    const told = pairs
      .flatMap((pair) => {
        const found = recombined(pair);
        return found === null ? [] : [{ pair, id: pair.a.id, field: found.field, containment: found.containment }];
      })
      .sort((a, b) => b.containment - a.containment || (a.id < b.id ? -1 : 1));
    // The second source says how much of a patchwork it is: the first alone would be a copy.
    const second = told[1]?.containment ?? told[0]?.containment ?? 0;
    const connected = pairs.some(({ relation }) => relation !== 'none');
    const strength = scaled(second, [least, 1], connected ? [0.5, 1] : [0.4, 0.8]);
    const tell = ({ pair, id, field, containment }: (typeof told)[number]): OtherApplication => ({
      application: id,
      facts: { ...pairFacts(pair, pair.a), field, containment },
      passages: paired.texts.passages(application, id, field),
    });
    return [{ application, statistic: second, strength, evidence: { ...nothing, ...others(told, tell) } }];
  });
  const left = [...excepted].filter((id) => !findings.some(({ application }) => application === id)).length;
  return { findings: sorted(findings), excepted: { 'same-family': left }, withoutCohort: 0 };
};

function recombined({ fields }: PairedApplications) {
  const found = [...fields.values()].filter(({ kind }) => kind === 'recombined');
  return found.sort((a, b) => b.containment - a.containment)[0] ?? null;
}

/** Findings in the order of their applications. */
export function sorted(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => (a.application < b.application ? -1 : 1));
}
