import { type Organisation, organisationKinds } from '@zhiheng/accounts';
import { languages } from '@zhiheng/vocabulary';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, type RouteContext } from './route-context.js';
import { byId } from './words.js';

const id = Type.String({ minLength: 1, maxLength: 100 });
const name = Type.String({ minLength: 1, maxLength: 200 });
const organisationBody = Type.Object(
  {
    id,
    parent: Type.Union([id, Type.Null()]),
    kind: Type.Enum(organisationKinds),
    names: Type.Record(Type.Enum(languages), name),
    area: Type.Union([Type.String({ maxLength: 6 }), Type.Null()]),
  },
  { additionalProperties: false },
);
const parentBody = Type.Object({ parent: id }, { additionalProperties: false });

/** The tree of organisations. */
export function registerOrganisationRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get(
    '/api/organisations',
    { config: { command: 'org-list' }, schema: { summary: 'Every organisation, closed ones too' } },
    (request) => answer<Organisation[]>(context, request, 'org-list', {}),
  );
  server.post<{ Body: Static<typeof organisationBody> }>(
    '/api/organisations',
    { config: { command: 'org-add' }, schema: { summary: 'Add an organisation', body: organisationBody } },
    async (request, reply): Promise<Organisation> => {
      const added = await answer<Organisation>(context, request, 'org-add', request.body);
      reply.status(201);
      return added;
    },
  );
  server.put<{ Params: Static<typeof byId>; Body: Static<typeof parentBody> }>(
    '/api/organisations/:id/parent',
    {
      config: { command: 'org-move' },
      schema: { summary: 'Put an organisation under another', params: byId, body: parentBody },
    },
    (request) => answer<object>(context, request, 'org-move', { ...request.body, ...request.params }),
  );
  server.post<{ Params: Static<typeof byId> }>(
    '/api/organisations/:id/close',
    { config: { command: 'org-close' }, schema: { summary: 'Close an organisation', params: byId } },
    (request) => answer<object>(context, request, 'org-close', request.params),
  );
}
