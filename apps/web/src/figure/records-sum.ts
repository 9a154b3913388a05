import type { RecordsAnswer } from '@zhiheng/office';
import { numberText } from '../numbers/format-number.js';
import type { Words } from '../words/words.js';

/** How many records there are, and how many of them whoever asks has no right to see. */
export function recordsSum(
  words: Words,
  { total, withheldByRight }: Pick<RecordsAnswer, 'total' | 'withheldByRight'>,
  leftOut: boolean,
): string {
  const { word, language } = words;
  const count = (value: number) => numberText(value, { language, decimals: 0 });
  const all = word(leftOut ? 'records.total-left-out' : 'records.total', { total: count(total), n: total });
  if (withheldByRight === 0) return all;
  return all + word('list.semicolon') + word('records.withheld', { withheld: count(withheldByRight) });
}
