import type { CheckAnswer, CheckRowsAnswer } from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, type RouteContext } from './route-context.js';

const release = Type.Optional(Type.String({ minLength: 1, maxLength: 200 }));
const checksQuery = Type.Object({ release }, { additionalProperties: false });
const byId = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });
const rowsQuery = Type.Object(
  {
    release,
    after: Type.Optional(Type.String({ maxLength: 300 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  },
  { additionalProperties: false },
);

/** What the checks find, and the rows behind one of them. */
export function registerCheckRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get<{ Querystring: Static<typeof checksQuery> }>(
    '/api/checks',
    {
      config: { command: 'check' },
      schema: { summary: 'What the checks find in a release; left out: in what is loaded', querystring: checksQuery },
    },
    (request) => answer<CheckAnswer[]>(context, request, 'check', request.query),
  );
  server.get<{ Params: Static<typeof byId>; Querystring: Static<typeof rowsQuery> }>(
    '/api/checks/:id/rows',
    {
      config: { command: 'check-rows' },
      schema: { summary: 'The rows behind a check that the scope shows', params: byId, querystring: rowsQuery },
    },
    (request) => answer<CheckRowsAnswer>(context, request, 'check-rows', { ...request.query, ...request.params }),
  );
}
