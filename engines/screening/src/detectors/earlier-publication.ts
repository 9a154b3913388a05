import { scaled } from '../clues/strength.js';
import { exceptionOf } from '../pairs/exception-of.js';
import type { PairedApplications } from '../pairs/paired-texts.js';
import { threshold } from '../rules/read-rules.js';
import { Collected } from './collected.js';
import type { Detector } from './detector.js';
import { inSpan, pairFacts } from './pair-facts.js';

/** What stood in a publication before the filing day: a passage of it, or nearly all. Named is the later application alone. */
export const earlierPublication: Detector = async ({ paired }, rule, span) => {
  const collected = new Collected();
  const [containment, jaccard] = [threshold(span, 'containment'), threshold(span, 'jaccard')];
  for (const pair of paired.pairs) {
    const { a, b, relation } = pair;
    if (!inSpan(b, span) || a.published === null || a.published >= b.filed) continue;
    const found = strongest(pair, containment, jaccard);
    if (found === null) continue;
    const exception = exceptionOf(rule.exceptions, a, b, relation);
    if (exception !== null) {
      collected.except(b.id, exception);
      continue;
    }
    const { field, measure, value, least } = found;
    collected.add(b.id, {
      statistic: value,
      strength: scaled(value, [least, 1], [0.5, 1]),
      other: a.id,
      tell: () => ({
        facts: { ...pairFacts(pair, a), field, measure, value },
        passages: paired.texts.passages(b.id, a.id, field),
      }),
    });
  }
  return collected.detected();
};

/** The body that says most: by how much of the publication it contains, or by how near it is to it. */
function strongest({ fields }: PairedApplications, containment: number, jaccard: number) {
  const bodies = [...fields.values()].filter(({ field }) => field !== 'title');
  const told = bodies.flatMap((pair) => [
    ...(pair.kind !== 'recombined' && pair.containment >= containment
      ? [{ field: pair.field, measure: 'containment', value: pair.containment, least: containment }]
      : []),
    ...(pair.jaccard >= jaccard
      ? [{ field: pair.field, measure: 'jaccard', value: pair.jaccard, least: jaccard }]
      : []),
  ]);
  return told.sort((a, b) => b.value - a.value)[0] ?? null;
}
