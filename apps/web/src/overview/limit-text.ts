import type { Verdict } from '@zhiheng/programme';
import { numberText } from '../numbers/format-number.js';
import { decimalsOfStep, symbolOf } from '../numbers/quantity.js';
import { directionWords, targetKindWords } from '../words/term-ids.js';
import type { Words } from '../words/words.js';

/** What a target asks for: `≤ 16 个月`; the kind of target in words where it sets no number. A limit has just the decimals it needs. */
export function limitText(
  words: Words,
  verdict: Pick<Verdict, 'limit' | 'kind' | 'direction' | 'unit' | 'decimals'>,
): string {
  const { limit, kind, unit, direction } = verdict;
  if (limit === null) return words.word(direction === null ? targetKindWords[kind] : directionWords[direction]);
  const shift = unit === 'share' || unit === 'growth-rate' ? 2 : 0;
  const own = Math.max(0, decimalsOfStep(limit) - shift);
  const decimals = kind === 'direction' || kind === 'qualitative' ? Math.max(own, verdict.decimals) : own;
  const number = numberText(limit, { language: words.language, decimals, shift });
  const symbol = symbolOf(unit, words.language);
  const text = symbol === '' ? number : `${number} ${symbol}`;
  if (kind === 'hold') return words.word('limit.hold', { limit: text });
  if (kind === 'direction') return words.word(direction === 'falls' ? 'limit.falls' : 'limit.rises', { limit: text });
  return kind === 'ceiling' ? `≤ ${text}` : `≥ ${text}`;
}
