import type { Verdict } from '@zhiheng/programme';
import { numberText } from '../numbers/format-number.js';
import { symbolOf } from '../numbers/quantity.js';
import { targetKindWords } from '../words/term-ids.js';
import type { Words } from '../words/words.js';

/** What a target asks for: `≤ 16 个月`; the kind of target in words where it sets no number. */
export function limitText(words: Words, verdict: Pick<Verdict, 'limit' | 'kind' | 'unit' | 'value'>): string {
  const { limit, kind, unit } = verdict;
  if (limit === null) return words.word(targetKindWords[kind]);
  const shift = unit === 'share' || unit === 'growth-rate' ? 2 : 0;
  const number = numberText(limit, { language: words.language, decimals: ownDecimals(limit, shift), shift });
  const symbol = symbolOf(unit, words.language);
  const text = symbol === '' ? number : `${number} ${symbol}`;
  if (kind === 'hold') return words.word('limit.hold', { limit: text });
  return kind === 'ceiling' ? `≤ ${text}` : `≥ ${text}`;
}

/** A limit is written with just the decimals it has. */
function ownDecimals(limit: number, shift: number): number {
  return Math.max(0, (String(limit).split('.')[1]?.length ?? 0) - shift);
}
