import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { OwnFault } from '@zhiheng/vocabulary';
import { openSecret } from './secret-file.js';

/** The Ed25519 key pair that signs the heads of an office's ledger. */
export interface SigningKey {
  readonly secret: KeyObject;
  readonly open: KeyObject;
  /** SHA-256 of the public key (DER, SubjectPublicKeyInfo), in hexadecimal. */
  readonly fingerprint: string;
}

/** Who signs the heads of a ledger, and for which office. */
export interface Signing {
  readonly office: string;
  readonly key: SigningKey;
}

/**
 * The key pair in a file (PKCS #8, PEM), made once with mode 0600 where there is none: written aside, synced, renamed.
 * Throws `folder-unusable` where it can be neither read nor written.
 */
export function openSigningKey(path: string): SigningKey {
  return openSecret(path, makeKey, keyOf);
}

function makeKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function keyOf(text: string): SigningKey {
  const secret = createPrivateKey(text);
  if (secret.asymmetricKeyType !== 'ed25519') throw new OwnFault(`a key of another kind: ${secret.asymmetricKeyType}`);
  const open = createPublicKey(secret);
  const fingerprint = createHash('sha256')
    .update(open.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  return { secret, open, fingerprint };
}
