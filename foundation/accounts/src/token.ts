import { createHash, timingSafeEqual } from 'node:crypto';

/** Gives so many random bytes; the system's own source outside tests. */
export type Randomness = (bytes: number) => Uint8Array;

/** What a secret is for; stands before it, so that a leaked one is recognised. */
export type TokenKind = 'session' | 'link' | 'key';

const marks: Readonly<Record<TokenKind, string>> = { session: 'zhs', link: 'zhl', key: 'zhk' };

/** A secret of 256 bits and the hash that is stored in its place. */
export function newToken(kind: TokenKind, random: Randomness): { readonly token: string; readonly hash: string } {
  const token = `${marks[kind]}_${Buffer.from(random(32)).toString('base64url')}`;
  return { token, hash: hashToken(token) };
}

/** A short public name: sixteen hexadecimal digits. */
export function newName(random: Randomness): string {
  return Buffer.from(random(8)).toString('hex');
}

/** SHA-256 in hexadecimal: enough for secrets of full entropy, which nobody can guess through. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Compares two hashes in a time that does not tell where they differ. */
export function sameHash(a: string, b: string): boolean {
  const [first, second] = [Buffer.from(a), Buffer.from(b)];
  return first.length === second.length && timingSafeEqual(first, second);
}
