import type { Office } from '@zhiheng/office';
import { type Actor, UserFault } from '@zhiheng/vocabulary';
import type { FastifyInstance } from 'fastify';
import { checkHost } from './host-guard.js';
import { identifyRequest } from './identify-request.js';
import { checkIntent } from './intent-guard.js';
import type { Reach } from './reach.js';
import { demandRoute } from './route-rules.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whoever asks. */
    actor: Actor;
    /** Public name of the session by which this one asks; null without one. */
    session: string | null;
  }
}

/**
 * What every request passes before its body is read: the right host, the pages as its sender, then who asks and whether this
 * one may. Requests are counted in between, before anyone is looked up.
 */
export function guardRequests(
  server: FastifyInstance,
  { office, operator }: { readonly office: Office; readonly operator: Actor },
  reach: Reach,
): void {
  const asked = { office, operator, secure: reach.secure };
  server.decorateRequest('actor');
  server.decorateRequest('session', null);
  server.addHook('onRequest', async (request) => {
    checkIntent(request.method, request.headers, checkHost(request, reach));
  });
  server.addHook('preParsing', async (request) => {
    if (request.is404) return;
    const { actor, session } = await identifyRequest(asked, request);
    request.actor = actor;
    request.session = session;
    demandRoute(actor, request.routeOptions.config);
  });
  server.setNotFoundHandler({ preHandler: server.rateLimit() }, (request) => {
    const [path = ''] = request.url.split('?');
    throw new UserFault('not-found', { found: path, values: { name: path } });
  });
}
