import type { RuleValues, Verdict } from '@zhiheng/programme';
import { numberText } from '../numbers/format-number.js';
import { decimalsOfStep, symbolOf } from '../numbers/quantity.js';
import { limitText } from '../overview/limit-text.js';
import type { Words } from '../words/words.js';

/** A rule that a target has, in words: its limit, its tolerance, its test, the day by which it is to be reached. */
export function ruleText(words: Words, verdict: Verdict, { limit, tolerance, test, due }: RuleValues): string {
  const number = (value: number) => {
    const shift = verdict.unit === 'share' || verdict.unit === 'growth-rate' ? 2 : 0;
    const decimals = Math.max(0, decimalsOfStep(value) - shift);
    const text = numberText(value, { language: words.language, decimals, shift });
    return `${text} ${symbolOf(verdict.unit, words.language)}`.trim();
  };
  const parts = [
    ...(limit === undefined ? [] : [limitText(words, { ...verdict, limit })]),
    ...(tolerance === undefined ? [] : [`± ${number(tolerance)}`]),
    ...(test === undefined ? [] : [words.word('target.test', { margin: number(test.margin) })]),
    ...(due === undefined ? [] : [words.word('target.due', { day: due })]),
  ];
  return parts.join(words.word('list.comma'));
}
