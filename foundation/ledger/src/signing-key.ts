import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { OwnFault, UserFault } from '@zhiheng/vocabulary';
import { syncFolder } from './sync-folder.js';

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
  try {
    return keyOf(readKey(path) ?? makeKey(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof OwnFault || code === undefined) throw error;
    throw new UserFault('folder-unusable', { place: { path }, found: code, expected: 'a key that can be read' });
  }
}

function readKey(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function makeKey(path: string): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  const text = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const aside = `${path}.aside`;
  const file = openSync(aside, 'w', 0o600);
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  renameSync(aside, path);
  syncFolder(dirname(path));
  return text;
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
