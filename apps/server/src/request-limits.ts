import fastifyRateLimit from '@fastify/rate-limit';
import { UserFault } from '@zhiheng/vocabulary';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body is a file that may take long. */
    upload?: true;
  }
}

/** Requests that one address may make in a minute, and how long a request may take to arrive. */
export interface RequestLimits {
  readonly all: number;
  /** Of them, at signing in and at one-time links. */
  readonly signingIn: number;
  /** Milliseconds for the whole body of a request; for an upload, between two of its pieces. */
  readonly bodyMilliseconds: number;
}

/** Plenty for people behind one address; a guesser of passwords meets the throttle of accounts first. */
export const usualLimits: RequestLimits = { all: 3000, signingIn: 60, bodyMilliseconds: 60_000 };

const noHeaders = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false };

/** Counts requests by address, before anyone is recognised. Throws `requests-too-many` with `Retry-After`. */
export async function limitRequests(server: FastifyInstance, { all }: RequestLimits): Promise<void> {
  await server.register(fastifyRateLimit, {
    max: all,
    timeWindow: 60_000,
    addHeaders: noHeaders,
    addHeadersOnExceeding: noHeaders,
    errorResponseBuilder: (_, { ttl }) =>
      new UserFault('requests-too-many', { values: { seconds: Math.max(1, Math.ceil(ttl / 1000)) } }),
  });
}

/** Closes the connection of a request whose body does not arrive; an upload may take as long as its pieces come. */
export function limitBodies(server: FastifyInstance, { bodyMilliseconds }: RequestLimits): void {
  server.addHook('onRequest', async ({ raw, routeOptions }) => {
    if (routeOptions.config?.upload === true) return;
    const timer = setTimeout(() => {
      if (!raw.complete) raw.destroy();
    }, bodyMilliseconds).unref();
    raw.once('close', () => clearTimeout(timer));
  });
}
