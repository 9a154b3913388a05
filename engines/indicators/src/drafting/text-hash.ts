import { createHash } from 'node:crypto';

/** SHA-256 of a definition's text as it stands; of nothing, where it gives way to what was in force before. */
export function textHash(text: string | null): string {
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex');
}
