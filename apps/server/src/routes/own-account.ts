import type { Delegation } from '@zhiheng/accounts';
import type { NewKeyAnswer, OwnAccountAnswer } from '@zhiheng/office';
import { roles } from '@zhiheng/vocabulary';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, type RouteContext } from './route-context.js';
import { accountName, byId, day, secret } from './words.js';

const passwordBody = Type.Object({ current: secret, next: secret }, { additionalProperties: false });
const keyBody = Type.Object(
  {
    label: Type.String({ maxLength: 200 }),
    permissions: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 200 }),
    expiresOn: day,
  },
  { additionalProperties: false },
);
const byPrefix = Type.Object({ prefix: Type.String({ minLength: 1, maxLength: 64 }) });
const ofAccount = Type.Object({ account: Type.Optional(accountName) }, { additionalProperties: false });
const delegationBody = Type.Object(
  { receiver: accountName, roles: Type.Array(Type.Enum(roles), { maxItems: 20 }), from: day, to: day },
  { additionalProperties: false },
);

/** What an account does for itself: password, API keys, delegations. */
export function registerOwnAccountRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get(
    '/api/own-account',
    { config: { command: 'own-account' }, schema: { summary: 'One’s own account and all that opens it' } },
    (request) => answer<OwnAccountAnswer>(context, request, 'own-account', {}),
  );
  server.put<{ Body: Static<typeof passwordBody> }>(
    '/api/own-account/password',
    {
      config: {
        command: 'password-change',
        rateLimit: { max: context.limits.signingIn, timeWindow: 60_000 },
      },
      schema: { summary: 'Change one’s own password', body: passwordBody },
    },
    (request) => answer<object>(context, request, 'password-change', request.body),
  );
  server.delete(
    '/api/own-account/sessions',
    { config: { command: 'sign-out-all' }, schema: { summary: 'End every session of one’s own' } },
    (request) => answer<object>(context, request, 'sign-out-all', {}),
  );
  server.post<{ Body: Static<typeof keyBody> }>(
    '/api/keys',
    { config: { command: 'key-create' }, schema: { summary: 'Make an API key; given once', body: keyBody } },
    async (request, reply): Promise<NewKeyAnswer> => {
      const made = await answer<NewKeyAnswer>(context, request, 'key-create', request.body);
      reply.status(201);
      return made;
    },
  );
  server.delete<{ Params: Static<typeof byPrefix>; Querystring: Static<typeof ofAccount> }>(
    '/api/keys/:prefix',
    {
      config: { command: 'key-revoke' },
      schema: { summary: 'Revoke an API key', params: byPrefix, querystring: ofAccount },
    },
    (request) => answer<object>(context, request, 'key-revoke', { ...request.query, ...request.params }),
  );
  server.post<{ Body: Static<typeof delegationBody> }>(
    '/api/delegations',
    {
      config: { command: 'delegation-give' },
      schema: { summary: 'Let another account act in one’s place', body: delegationBody },
    },
    async (request, reply): Promise<Delegation> => {
      const given = await answer<Delegation>(context, request, 'delegation-give', request.body);
      reply.status(201);
      return given;
    },
  );
  server.delete<{ Params: Static<typeof byId> }>(
    '/api/delegations/:id',
    { config: { command: 'delegation-end' }, schema: { summary: 'End a delegation', params: byId } },
    (request) => answer<object>(context, request, 'delegation-end', request.params),
  );
}
