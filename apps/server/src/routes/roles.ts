import type { RoleGrant } from '@zhiheng/accounts';
import type { MatrixAnswer } from '@zhiheng/office';
import { roles } from '@zhiheng/vocabulary';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, type RouteContext } from './route-context.js';
import { accountName, areasOrAll, day } from './words.js';

const ofAccount = Type.Object({ account: Type.Optional(accountName) }, { additionalProperties: false });
const byGrant = Type.Object({ grant: Type.String({ minLength: 1, maxLength: 64 }) });
const grantBody = Type.Object(
  {
    account: accountName,
    role: Type.Enum(roles),
    areas: areasOrAll,
    from: day,
    to: Type.Union([day, Type.Null()]),
  },
  { additionalProperties: false },
);

const decisions = [
  ['confirm', 'role-confirm', 'Confirm a role that another person proposed'],
  ['turn-down', 'role-turn-down', 'Turn a proposed role down'],
  ['withdraw', 'role-withdraw', 'Take a granted role away'],
] as const;

/** Roles and the table of rights. */
export function registerRoleRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get<{ Querystring: Static<typeof ofAccount> }>(
    '/api/roles',
    { config: { command: 'role-list' }, schema: { summary: 'Roles, past and proposed too', querystring: ofAccount } },
    (request) => answer<RoleGrant[]>(context, request, 'role-list', request.query),
  );
  server.post<{ Body: Static<typeof grantBody> }>(
    '/api/roles',
    { config: { command: 'role-give' }, schema: { summary: 'Give or propose a role', body: grantBody } },
    async (request, reply): Promise<RoleGrant> => {
      const grant = await answer<RoleGrant>(context, request, 'role-give', request.body);
      reply.status(201);
      return grant;
    },
  );
  for (const [step, command, summary] of decisions) {
    server.post<{ Params: Static<typeof byGrant> }>(
      `/api/roles/:grant/${step}`,
      { config: { command }, schema: { summary, params: byGrant } },
      (request) => answer<RoleGrant>(context, request, command, request.params),
    );
  }
  server.get(
    '/api/rights',
    { config: { command: 'rights-matrix' }, schema: { summary: 'Who may do what, as the policy stands' } },
    (request) => answer<MatrixAnswer>(context, request, 'rights-matrix', {}),
  );
}
