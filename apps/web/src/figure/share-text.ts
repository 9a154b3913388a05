import { numberText } from '../numbers/format-number.js';
import type { Words } from '../words/words.js';

/** How much of a record counts: 1, or a part of it to three decimals. */
export function shareText({ language }: Pick<Words, 'language'>, share: number): string {
  return numberText(share, { language, decimals: share === 1 ? 0 : 3 });
}
