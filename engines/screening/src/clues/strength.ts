import type { LocalizedText } from '@zhiheng/vocabulary';

/** How strong a clue is, in words. */
export const strengthWords = ['weak', 'moderate', 'strong'] as const;
export type StrengthWord = (typeof strengthWords)[number];

/** The words in three languages. */
export const strengthNames: Readonly<Record<StrengthWord, LocalizedText>> = {
  weak: { 'zh-Hans': '较弱', 'zh-Hant': '較弱', en: 'weak' },
  moderate: { 'zh-Hans': '中等', 'zh-Hant': '中等', en: 'moderate' },
  strong: { 'zh-Hans': '较强', 'zh-Hant': '較強', en: 'strong' },
};

/** From which number on a clue is moderate, and from which it is strong. */
const [moderate, strong] = [0.4, 0.7];

/** The most that a hint can say. */
export const mostOfHint = 0.39;

/** The word for a strength from 0 to 1. */
export function strengthWord(strength: number): StrengthWord {
  if (strength >= strong) return 'strong';
  return strength >= moderate ? 'moderate' : 'weak';
}

/** A number between `from` and `to` as a strength between `least` and `most`; outside of both, the nearer end. */
export function scaled(value: number, [from, to]: readonly [number, number], [least, most] = [0.4, 1]): number {
  if (to <= from) return value >= to ? most : least;
  const place = Math.min(Math.max((value - from) / (to - from), 0), 1);
  return least + place * (most - least);
}
