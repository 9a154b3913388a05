import type { SignedIn } from '@zhiheng/accounts';
import type { SessionAnswer } from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { noSessionCookie, sessionCookie } from '../session-cookie.js';
import { answer, type RouteContext } from './route-context.js';
import { accountName, byId, secret } from './words.js';

const signInBody = Type.Object({ name: accountName, password: secret }, { additionalProperties: false });
const linkBody = Type.Object({ token: secret, password: secret }, { additionalProperties: false });
const actingBody = Type.Object({ account: Type.Union([accountName, Type.Null()]) }, { additionalProperties: false });

/** Signing in and out, one-time links, acting in an absent colleague's place. The token is only ever in the cookie. */
export function registerSessionRoutes(server: FastifyInstance, context: RouteContext): void {
  const { secure, limits } = context;
  const rateLimit = { max: limits.signingIn, timeWindow: 60_000 };
  server.get(
    '/api/session',
    { config: { command: 'session' }, schema: { summary: 'Who asks, and what this one may do' } },
    (request) => answer<SessionAnswer>(context, request, 'session', {}),
  );
  server.post<{ Body: Static<typeof signInBody> }>(
    '/api/session',
    { config: { command: 'sign-in', rateLimit }, schema: { summary: 'Sign in: sets the cookie', body: signInBody } },
    async (request, reply) => {
      const { account, endsAt, token } = await answer<SignedIn>(context, request, 'sign-in', request.body);
      reply.header('set-cookie', sessionCookie(token, secure));
      return { account, endsAt };
    },
  );
  server.delete(
    '/api/session',
    { config: { command: 'sign-out' }, schema: { summary: 'Sign out: takes the cookie back' } },
    async (request, reply) => {
      const ended = await answer<object>(context, request, 'sign-out', {});
      reply.header('set-cookie', noSessionCookie(secure));
      return ended;
    },
  );
  server.put<{ Body: Static<typeof actingBody> }>(
    '/api/session/acting-for',
    {
      config: { command: 'act-for' },
      schema: { summary: 'Act in a colleague’s place, or in one’s own again (null)', body: actingBody },
    },
    async (request): Promise<object> => answer<object>(context, request, 'act-for', request.body),
  );
  server.delete<{ Params: Static<typeof byId> }>(
    '/api/sessions/:id',
    { config: { command: 'session-end' }, schema: { summary: 'End one session of one’s own', params: byId } },
    (request) => answer<object>(context, request, 'session-end', { session: request.params.id }),
  );
  server.post<{ Body: Static<typeof linkBody> }>(
    '/api/links',
    { config: { command: 'link-use', rateLimit }, schema: { summary: 'Use a one-time link', body: linkBody } },
    (request) => answer<{ account: string }>(context, request, 'link-use', request.body),
  );
}
