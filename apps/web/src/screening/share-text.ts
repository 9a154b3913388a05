import type { Language } from '@zhiheng/vocabulary';
import { numberText } from '../numbers/format-number.js';

/** A share as percent. What is not the whole never reads as 100 %. */
export function shareText(share: number, language: Language): string {
  const told = share < 1 ? Math.min(share, 0.999) : share;
  return `${numberText(told, { language, decimals: 1, shift: 2 })}\u{a0}%`;
}
