import { scaled } from '../clues/strength.js';
import { exceptionOf } from '../pairs/exception-of.js';
import { closestBody, type PairedApplications, type PairedTexts } from '../pairs/paired-texts.js';
import { passages } from '../pairs/passages.js';
import { threshold } from '../rules/read-rules.js';
import { Collected } from './collected.js';
import type { Detector } from './detector.js';
import { inSpan, pairFacts } from './pair-facts.js';

/**
 * Near copies: Jaccard of the abstracts or first claims. Where the holders are connected, both applications are named, else the later one. The
 * strength grows from the threshold to 1, by half as much where nothing connects the holders.
 */
export const nearCopy: Detector = async ({ texts }, rule, span) => {
  const collected = new Collected();
  const least = threshold(span, 'jaccard');
  for (const pair of texts.pairs) {
    const body = closestBody(pair);
    if (body === null || body.jaccard < least) continue;
    const { a, b, relation } = pair;
    const exception = exceptionOf(rule.exceptions, a, b, relation);
    const strength = scaled(body.jaccard, [least, 1], relation === 'none' ? [0.3, 0.6] : [0.5, 1]);
    for (const [own, other] of [
      [b, a],
      [a, b],
    ] as const) {
      if (!inSpan(own, span) || (relation === 'none' && own === a)) continue;
      if (exception !== null) collected.except(own.id, exception);
      else {
        collected.add(own.id, {
          ...{ statistic: body.jaccard, strength },
          other: {
            application: other.id,
            facts: { ...pairFacts(pair, other), field: body.field, jaccard: body.jaccard },
            passages: sharedPassages(texts, pair, own.id),
          },
        });
      }
    }
  }
  return collected.detected();
};

/** Passages of one of two applications that stand in the other, of the bodies that are most alike. */
export function sharedPassages(texts: PairedTexts, pair: PairedApplications, own: string) {
  const field = closestBody(pair)?.field ?? 'title';
  const other = own === pair.a.id ? pair.b.id : pair.a.id;
  return passages(texts.textsOf(own)[field] ?? '', texts.textsOf(other)[field] ?? '');
}
