import { scaled } from '../clues/strength.js';
import { exceptionOf } from '../pairs/exception-of.js';
import { closestBody } from '../pairs/paired-texts.js';
import { threshold } from '../rules/read-rules.js';
import { Collected } from './collected.js';
import type { Detector } from './detector.js';
import { inSpan, pairFacts } from './pair-facts.js';

/** Slots that an evidence lists of a pair. */
const listed = 20;

/** One frame whose words are exchanged: the larger the part that stays, the stronger. */
export const templateSlots: Detector = async ({ paired }, rule, span) => {
  const collected = new Collected();
  const jaccard = threshold(span, 'jaccard');
  const asked = {
    ...{ fixed: threshold(span, 'fixed'), slots: threshold(span, 'slots') },
    slotLength: threshold(span, 'slot_length'),
  };
  for (const pair of paired.pairs) {
    const body = closestBody(pair);
    // The same text has no slots.
    if (body === null || body.kind === 'same' || body.jaccard < jaccard) continue;
    const { a, b, relation } = pair;
    if (!inSpan(a, span) && !inSpan(b, span)) continue;
    const related = relation !== 'none';
    const found = paired.texts.templateOf(b.id, a.id, body.field, asked);
    if (found === null) continue;
    for (const [own, other, template] of [
      [b, a, found.own],
      [a, b, found.other],
    ] as const) {
      if (!inSpan(own, span) || (!related && own === a)) continue;
      const exception = exceptionOf(rule.exceptions, a, b, relation);
      if (exception !== null) {
        collected.except(own.id, exception);
        continue;
      }
      const facts = { ...pairFacts(pair, other), field: body.field, jaccard: body.jaccard, fixed: template.fixed };
      collected.add(own.id, {
        statistic: template.fixed,
        strength: scaled(template.fixed, [asked.fixed, 1], related ? [0.5, 1] : [0.3, 0.6]),
        other: other.id,
        tell: () => ({ facts: { ...facts, slots: template.slots.length }, slots: template.slots.slice(0, listed) }),
      });
    }
  }
  return collected.detected();
};
