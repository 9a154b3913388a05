import type { Language } from '@zhiheng/vocabulary';
import { numberText } from './format-number.js';

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** Bytes as people read them, in steps of 1,000: `4.8 KB`. */
export function sizeText(bytes: number, language: Language): string {
  const step = bytes === 0 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${numberText(bytes / 1000 ** step, { language, decimals: step === 0 ? 0 : 1 })} ${units[step]}`;
}
