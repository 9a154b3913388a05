import type { OfficeKind } from '../office-volumes.js';
import type { PatentText } from '../texts/patent-text.js';
import type { TextSource } from '../texts/text-source.js';

/**
 * A claim of at least `length` characters that begins as the given one and piles feature upon feature. `key` names the
 * streams that the further features come from.
 */
export function longClaim(
  source: TextSource,
  own: PatentText,
  subject: number,
  kind: OfficeKind,
  length: number,
  key: readonly number[],
): string {
  let text = own.firstClaim.replace(/。$/u, '');
  for (let more = 0; text.length < length; more += 1) {
    const { firstClaim } = source.textsOf(subject, kind, 'features', ...key, more);
    const features = firstClaim.slice(firstClaim.indexOf('；')).replace(/。$/u, '');
    text += features;
  }
  return `${text}。`;
}
