import { type BrokenDown, notTold } from '@zhiheng/vocabulary';
import type { Words } from '../words/words.js';
import { dimensionName } from './dimension-names.js';
import { seenName } from './seen-name.js';

/** A breakdown in words, 发明专利 · 申请人类型：企业; empty for the total. */
export function breakdownText(words: Words, { breakdown, names = {} }: BrokenDown): string {
  return Object.entries(breakdown)
    .map(([dimension, value]) => {
      const named = names[dimension];
      const told =
        value === notTold
          ? words.word('dimension.unknown')
          : named === undefined
            ? seenName(words, dimension, value)
            : `${value} ${words.own(named)}`;
      return dimension === 'kind' ? told : dimensionName(words, dimension) + words.word('list.colon') + told;
    })
    .join(' · ');
}
