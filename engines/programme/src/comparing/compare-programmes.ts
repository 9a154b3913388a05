import type { Wording } from '../guideline/text/wording.js';
import { compareItems } from './compare-items.js';
import { compareTargets } from './compare-targets.js';
import type { ComparedSide, ProgrammeComparison } from './comparison.js';
import { foldingBy } from './text-difference.js';

/**
 * Two guidelines or programmes, item by item and target by target, paired by their words. Scripts, widths and converted wording make
 * no difference. The same sides give the same answer.
 */
export function compareProgrammes(before: ComparedSide, after: ComparedSide, wording: Wording): ProgrammeComparison {
  const fold = foldingBy(wording);
  return {
    before: before.head,
    after: after.head,
    wordsCompared: before.head.words === 'document' && after.head.words === 'document',
    items: compareItems(before, after, fold),
    targets: compareTargets(before, after, fold),
  };
}
