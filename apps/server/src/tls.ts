import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { UserFault } from '@zhiheng/vocabulary';
import type { Tls } from './reach.js';

/** Throws `certificate-wrong` unless the two texts are a certificate and its own key. */
export function demandCertificate({ cert, key }: Tls): void {
  try {
    new X509Certificate(cert);
    createSecureContext({ cert, key });
  } catch (error) {
    throw new UserFault('certificate-wrong', { values: { what: (error as Error).message } });
  }
}

/** The first name that a certificate stands for; null where it names none. */
export function firstNameOf({ cert }: Tls): string | null {
  return /DNS:([^,\s*]+)/.exec(new X509Certificate(cert).subjectAltName ?? '')?.[1] ?? null;
}
