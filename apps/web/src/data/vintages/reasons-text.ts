import type { CountedReason, DifferenceReason } from '@zhiheng/office';
import { numberText } from '../../numbers/format-number.js';
import type { Words } from '../../words/words.js';

const reasonWords: Readonly<Record<DifferenceReason, string>> = {
  added: 'reason.added',
  removed: 'reason.removed',
  changed: 'reason.changed',
  decided: 'reason.decided',
  redefined: 'reason.redefined',
  reference: 'reason.reference',
  table: 'reason.table',
  compiler: 'reason.compiler',
};

/** Why two figures differ, in one line; a reason that nobody counted stands by itself. */
export function reasonsText({ word, language }: Words, reasons: readonly CountedReason[]): string {
  if (reasons.length === 0) return '–';
  const texts = reasons.map(({ kind, count }) => {
    const name = word(reasonWords[kind]);
    return count === null ? name : word('reason.counted', { name, n: numberText(count, { language, decimals: 0 }) });
  });
  return texts.join(word('list.comma'));
}
