import { type Breakdown, notTold } from '@zhiheng/vocabulary';
import type { Words } from '../words/words.js';
import { dimensionName } from './dimension-names.js';
import { seenName } from './seen-name.js';

/** A breakdown in words, 发明专利 · 申请人类型：企业; empty for the total. */
export function breakdownText(words: Words, breakdown: Breakdown): string {
  return Object.entries(breakdown)
    .map(([dimension, value]) => {
      const told = value === notTold ? words.word('dimension.unknown') : seenName(words, dimension, value);
      return dimension === 'kind' ? told : dimensionName(words, dimension) + words.word('list.colon') + told;
    })
    .join(' · ');
}
