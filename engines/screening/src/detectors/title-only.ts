import { scaled } from '../clues/strength.js';
import { exceptionOf } from '../pairs/exception-of.js';
import { closestBody } from '../pairs/paired-texts.js';
import { threshold } from '../rules/read-rules.js';
import { Collected } from './collected.js';
import type { Detector } from './detector.js';
import { sharedPassages } from './near-copy.js';
import { inSpan, pairFacts } from './pair-facts.js';

/** Bodies that are nearly the same under titles that are not: the less the titles have in common, the stronger. */
export const titleOnly: Detector = async ({ paired }, rule, span) => {
  const collected = new Collected();
  const [least, most] = [threshold(span, 'jaccard'), threshold(span, 'title')];
  for (const pair of paired.pairs) {
    const body = closestBody(pair);
    if (body === null || body.jaccard < least) continue;
    const { a, b, relation } = pair;
    const likeness = paired.texts.titleLikeness(b.id, a.id);
    if (likeness === null || likeness > most) continue;
    const exception = exceptionOf(rule.exceptions, a, b, relation);
    const strength = scaled(1 - likeness, [1 - most, 1], relation === 'none' ? [0.4, 0.7] : [0.6, 1]);
    for (const [one, another] of [
      [b, a],
      [a, b],
    ] as const) {
      if (!inSpan(one, span) || (relation === 'none' && one === a)) continue;
      if (exception !== null) collected.except(one.id, exception);
      else {
        const facts = { ...pairFacts(pair, another), field: body.field, jaccard: body.jaccard, titles: likeness };
        const title = paired.texts.titleOf(another.id);
        collected.add(one.id, {
          ...{ statistic: body.jaccard, strength },
          other: another.id,
          tell: () => ({ facts: { ...facts, title }, passages: sharedPassages(paired, pair, one.id) }),
        });
      }
    }
  }
  return collected.detected();
};
