import type { QuarantineAnswer, QuarantineFixAnswer, QuarantinePage } from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, type RouteContext } from './route-context.js';

const pageQuery = Type.Object(
  {
    file: Type.Optional(Type.String({ maxLength: 4000 })),
    all: Type.Optional(Type.Boolean({ description: 'those put right, too' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    after: Type.Optional(Type.String({ maxLength: 100, description: 'id of a record' })),
  },
  { additionalProperties: false },
);
const byId = Type.Object({ id: Type.String({ maxLength: 100 }) });
const fixBody = Type.Object(
  {
    set: Type.Optional(
      Type.Record(Type.String({ maxLength: 1000 }), Type.String({ maxLength: 1_000_000 }), {
        description: 'new values by column of the table',
      }),
    ),
    text: Type.Optional(Type.String({ maxLength: 20_000_000, description: 'the whole corrected record' })),
  },
  { additionalProperties: false },
);

/** Records that could not be taken in, and putting them right. */
export function registerQuarantineRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get<{ Querystring: Static<typeof pageQuery> }>(
    '/api/quarantine',
    {
      config: { command: 'quarantine-page' },
      schema: { summary: 'Quarantined records, page by page', querystring: pageQuery },
    },
    (request) => answer<QuarantinePage>(context, request, 'quarantine-page', request.query),
  );
  server.get<{ Params: Static<typeof byId> }>(
    '/api/quarantine/:id',
    {
      config: { command: 'quarantine-show' },
      schema: { summary: 'A quarantined record with its columns', params: byId },
    },
    (request) => answer<QuarantineAnswer>(context, request, 'quarantine-show', request.params),
  );
  server.post<{ Params: Static<typeof byId>; Body: Static<typeof fixBody> }>(
    '/api/quarantine/:id/fix',
    {
      bodyLimit: 24 * 1024 * 1024,
      config: { command: 'quarantine-fix' },
      schema: { summary: 'Put a record right', params: byId, body: fixBody },
    },
    (request) =>
      answer<QuarantineFixAnswer>(context, request, 'quarantine-fix', { ...request.params, ...request.body }),
  );
}
