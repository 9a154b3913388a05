import { scaled } from '../clues/strength.js';
import { exceptionOf } from '../pairs/exception-of.js';
import { closestBody, type PairedApplications, type PairedTexts } from '../pairs/paired-texts.js';
import { threshold } from '../rules/read-rules.js';
import { Collected } from './collected.js';
import type { Detector } from './detector.js';
import { inSpan, pairFacts } from './pair-facts.js';

/**
 * Near copies: Jaccard of the abstracts or first claims, or how much of the earlier text stands in a longer later one. Where the holders are
 * connected, both applications are named, else the later one. The strength grows from the threshold to 1, by half as much where nothing
 * connects the holders.
 */
export const nearCopy: Detector = async ({ paired }, rule, span) => {
  const collected = new Collected();
  for (const pair of paired.pairs) {
    const found = nearness(pair, threshold(span, 'jaccard'), threshold(span, 'containment'));
    if (found === null) continue;
    const { a, b, relation } = pair;
    const { field, measure, value, least } = found;
    const exception = exceptionOf(rule.exceptions, a, b, relation);
    const strength = scaled(value, [least, 1], relation === 'none' ? [0.3, 0.6] : [0.5, 1]);
    for (const [own, other] of [
      [b, a],
      [a, b],
    ] as const) {
      if (!inSpan(own, span) || (relation === 'none' && own === a)) continue;
      if (exception !== null) collected.except(own.id, exception);
      else {
        collected.add(own.id, {
          ...{ statistic: value, strength },
          other: other.id,
          tell: () => ({
            facts: { ...pairFacts(pair, other), field, measure, [measure]: value },
            passages: paired.texts.passages(own.id, other.id, field),
          }),
        });
      }
    }
  }
  return collected.detected();
};

/** How near two bodies are: by Jaccard where that is met, else by a passage that is contained; null where neither is. */
function nearness(pair: PairedApplications, jaccard: number, containment: number) {
  const body = closestBody(pair);
  if (body !== null && body.jaccard >= jaccard) {
    return { field: body.field, measure: 'jaccard', value: body.jaccard, least: jaccard };
  }
  const contained = [...pair.fields.values()]
    .filter(({ field, kind }) => field !== 'title' && kind === 'contained')
    .sort((one, other) => other.containment - one.containment)[0];
  if (contained === undefined || contained.containment < containment) return null;
  return { field: contained.field, measure: 'containment', value: contained.containment, least: containment };
}

/** Passages of one of two applications that stand in the other, of the bodies that are most alike. */
export function sharedPassages({ texts }: PairedTexts, pair: PairedApplications, own: string) {
  const field = closestBody(pair)?.field ?? 'title';
  const other = own === pair.a.id ? pair.b.id : pair.a.id;
  return texts.passages(own, other, field);
}
