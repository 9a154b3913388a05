import type { Language } from '@zhiheng/vocabulary';
import { numberText } from '../numbers/format-number.js';
import { decimalsOfStep } from '../numbers/quantity.js';

/** A probability in percent, with the decimals that it has. */
export function percentText(level: number, language: Language): string {
  const decimals = Math.max(0, decimalsOfStep(level) - 2);
  return `${numberText(level, { language, decimals, shift: 2 })}\u{a0}%`;
}
