import type { IncomingHttpHeaders } from 'node:http';
import { type Credential, type Identified, identify, type Office } from '@zhiheng/office';
import { type Actor, type Surface, UserFault, visitor } from '@zhiheng/vocabulary';
import type { FastifyRequest } from 'fastify';
import { sessionTokenOf } from './session-cookie.js';

interface Asked {
  readonly office: Office;
  /** Whoever asks as long as the office has no accounts. */
  readonly operator: Actor;
  readonly secure: boolean;
}

/** The API key that a request shows; null for none. */
export function keyShownIn({ authorization = '' }: IncomingHttpHeaders): string | null {
  return /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? null;
}

/**
 * Who asks: the owner of the API key or of the session that the request carries, else a visitor. As long as an office has no
 * accounts, it is the local operator: the server then listens on this machine only. Throws `sign-in-needed` for a key that is
 * not good; a session that has ended makes a visitor.
 */
export async function identifyRequest(
  { office, operator, secure }: Asked,
  { headers, ip: address }: Pick<FastifyRequest, 'headers' | 'ip'>,
): Promise<Identified> {
  const secret = keyShownIn(headers);
  if (secret !== null) return identify(office, { kind: 'key', secret }, { kind: 'key', address });
  const token = sessionTokenOf(headers.cookie, secure);
  const signedIn =
    token === null ? null : await personOf(office, { kind: 'session', token }, { kind: 'page', address });
  if (signedIn !== null) return signedIn;
  return { actor: (await office.hasAccounts()) ? visitor(address) : operator, session: null };
}

async function personOf(office: Office, credential: Credential, surface: Surface): Promise<Identified | null> {
  try {
    return await identify(office, credential, surface);
  } catch (error) {
    if (error instanceof UserFault && error.code === 'sign-in-needed') return null;
    throw error;
  }
}
