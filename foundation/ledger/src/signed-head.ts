import { sign, verify } from 'node:crypto';
import { canonicalText } from '@zhiheng/vocabulary/canonical';
import type { SigningKey } from './signing-key.js';

/** The newest act of a ledger, signed: whoever holds this can tell a ledger that was cut off or written anew. */
export interface SignedHead {
  readonly office: string;
  readonly number: number;
  readonly chain: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** Fingerprint of the key that signed. */
  readonly key: string;
  /** Ed25519 over the RFC 8785 text of the others, in base64. */
  readonly signature: string;
}

type UnsignedHead = Omit<SignedHead, 'key' | 'signature'>;

/** Signs the newest act of an office. */
export function signHead(head: UnsignedHead, key: SigningKey): SignedHead {
  const { office, number, chain, time } = head;
  const signed = { office, number, chain, time, key: key.fingerprint };
  return { ...signed, signature: sign(null, textOf(signed), key.secret).toString('base64') };
}

/** True when the head was signed by this key, and says what it said then. */
export function isSignedBy(head: SignedHead, key: Pick<SigningKey, 'open' | 'fingerprint'>): boolean {
  return head.key === key.fingerprint && verify(null, textOf(head), key.open, Buffer.from(head.signature, 'base64'));
}

function textOf({ office, number, chain, time, key }: Omit<SignedHead, 'signature'>): Buffer {
  return Buffer.from(canonicalText({ office, number, chain, time, key }));
}
