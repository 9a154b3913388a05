import type { SettledAnswer, SettledRow, UnresolvedAnswer } from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, type RouteContext } from './route-context.js';

const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 500 }));
const after = Type.Optional(Type.String({ maxLength: 60, description: '`next` of the page before' }));
const id = Type.String({ minLength: 1, maxLength: 40 });
const reason = Type.String({ maxLength: 10_000 });
const unresolvedQuery = Type.Object(
  {
    words: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'characters of the address' })),
    only: Type.Optional(Type.Enum(['candidates', 'nothing'])),
    candidates: Type.Optional(Type.String({ maxLength: 4000, description: 'these very candidates, joined by commas' })),
    limit,
    after,
  },
  { additionalProperties: false },
);
const settledQuery = Type.Object({ limit, after }, { additionalProperties: false });
const settleBody = Type.Object(
  { ids: Type.Array(id, { minItems: 1, maxItems: 500 }), area: Type.String({ maxLength: 20 }), reason },
  { additionalProperties: false },
);
const byId = Type.Object({ id });
const unsettleBody = Type.Object(
  { reason, act: Type.Optional(Type.Integer({ minimum: 1, description: 'number of the act that was looked at' })) },
  { additionalProperties: false },
);

/** Addresses whose area is open, and settling them. */
export function registerAreaRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get<{ Querystring: Static<typeof unresolvedQuery> }>(
    '/api/areas/unresolved',
    {
      config: { command: 'areas-unresolved' },
      schema: { summary: 'Addresses whose area is open, with candidates', querystring: unresolvedQuery },
    },
    (request) => answer<UnresolvedAnswer>(context, request, 'areas-unresolved', request.query),
  );
  server.get<{ Querystring: Static<typeof settledQuery> }>(
    '/api/areas/settled',
    {
      config: { command: 'areas-settled' },
      schema: {
        summary: 'Settled addresses, the newest first, and what the next release takes in',
        querystring: settledQuery,
      },
    },
    (request) => answer<SettledAnswer>(context, request, 'areas-settled', request.query),
  );
  server.post<{ Body: Static<typeof settleBody> }>(
    '/api/areas/settle',
    { config: { command: 'areas-settle' }, schema: { summary: 'Settle where addresses lie', body: settleBody } },
    async (request, reply): Promise<SettledRow[]> => {
      const settled = await answer<SettledRow[]>(context, request, 'areas-settle', request.body);
      reply.status(201);
      return settled;
    },
  );
  server.post<{ Params: Static<typeof byId>; Body: Static<typeof unsettleBody> }>(
    '/api/areas/:id/unsettle',
    {
      config: { command: 'areas-unsettle' },
      schema: { summary: 'Take back where an address lies', params: byId, body: unsettleBody },
    },
    (request) => answer<SettledRow>(context, request, 'areas-unsettle', { ...request.body, ...request.params }),
  );
}
