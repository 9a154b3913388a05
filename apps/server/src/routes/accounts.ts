import type { AskedRenewal, OneTimeLink } from '@zhiheng/accounts';
import type { AccountRow } from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, type RouteContext } from './route-context.js';
import { accountName, byId } from './words.js';

const listQuery = Type.Object(
  {
    organisation: Type.Optional(Type.String({ maxLength: 100 })),
    names: Type.Optional(Type.Boolean({ description: 'names and addresses too: a read that is written down' })),
  },
  { additionalProperties: false },
);
const orNull = (maxLength: number) => Type.Union([Type.String({ maxLength }), Type.Null()]);
const invitation = Type.Object(
  {
    id: accountName,
    organisation: Type.String({ maxLength: 100 }),
    person: Type.Object(
      { displayName: Type.String({ maxLength: 200 }), mail: orNull(300), phone: orNull(50) },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

const changes = [
  ['disable', 'account-disable', 'Stop an account for a time'],
  ['enable', 'account-enable', 'Let a disabled account sign in again'],
  ['leave', 'account-leave', 'Record that someone has left'],
  ['erase', 'account-erase', 'Erase who stood behind an account that has left'],
] as const;

const byRenewal = Type.Object({ renewal: Type.String({ minLength: 1, maxLength: 64 }) });

/** Accounts of other people, and inviting them. */
export function registerAccountRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get<{ Querystring: Static<typeof listQuery> }>(
    '/api/accounts',
    { config: { command: 'account-list' }, schema: { summary: 'Accounts with their roles', querystring: listQuery } },
    (request) => answer<AccountRow[]>(context, request, 'account-list', request.query),
  );
  server.post<{ Body: Static<typeof invitation> }>(
    '/api/accounts',
    {
      config: { command: 'account-invite' },
      schema: { summary: 'Invite someone by a one-time link', body: invitation },
    },
    async (request, reply): Promise<OneTimeLink> => {
      const link = await answer<OneTimeLink>(context, request, 'account-invite', request.body);
      reply.status(201);
      return link;
    },
  );
  server.post<{ Params: Static<typeof byId> }>(
    '/api/accounts/:id/link',
    { config: { command: 'account-link' }, schema: { summary: 'A new one-time link', params: byId } },
    (request) => answer<OneTimeLink | AskedRenewal>(context, request, 'account-link', { account: request.params.id }),
  );
  server.post<{ Params: Static<typeof byRenewal> }>(
    '/api/renewals/:renewal/confirm',
    {
      config: { command: 'link-confirm' },
      schema: { summary: 'Confirm a one-time link that another administrator asked for', params: byRenewal },
    },
    (request) => answer<OneTimeLink>(context, request, 'link-confirm', request.params),
  );
  server.post<{ Params: Static<typeof byRenewal> }>(
    '/api/renewals/:renewal/turn-down',
    { config: { command: 'link-turn-down' }, schema: { summary: 'Turn such a link down', params: byRenewal } },
    (request) => answer<object>(context, request, 'link-turn-down', request.params),
  );
  for (const [step, command, summary] of changes) {
    server.post<{ Params: Static<typeof byId> }>(
      `/api/accounts/:id/${step}`,
      { config: { command }, schema: { summary, params: byId } },
      (request) => answer<object>(context, request, command, { account: request.params.id }),
    );
  }
  server.delete<{ Params: Static<typeof byId> }>(
    '/api/accounts/:id/sessions',
    {
      config: { command: ['account-sign-out', 'sign-out-all'] },
      schema: { summary: 'End every session of an account', params: byId },
    },
    (request) => {
      const { id: account } = request.params;
      const own = account === request.actor.account;
      return answer<object>(context, request, own ? 'sign-out-all' : 'account-sign-out', own ? {} : { account });
    },
  );
}
