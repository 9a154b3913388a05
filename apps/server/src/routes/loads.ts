import type { LoadsAnswer } from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Uploads } from '../uploads.js';
import { answer, type RouteContext, startJob } from './route-context.js';

const loadsQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    after: Type.Optional(Type.Integer({ minimum: 1, description: 'number of a load' })),
  },
  { additionalProperties: false },
);
const writtenFile = Type.Object(
  {
    path: Type.String({ maxLength: 1000, description: 'name that coverage gives as its source' }),
    text: Type.String({ maxLength: 200_000 }),
  },
  { additionalProperties: false },
);
const loadBody = Type.Object(
  {
    uploads: Type.Array(Type.String({ maxLength: 64 }), { minItems: 1, maxItems: 500 }),
    format: Type.Optional(Type.String({ maxLength: 40 })),
    mapping: Type.Optional(Type.Union([writtenFile, Type.Array(writtenFile, { minItems: 1, maxItems: 20 })])),
    covers: Type.Optional(writtenFile),
    keepComplete: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);

/** Past loads, and new ones from uploaded files. */
export function registerLoadRoutes(server: FastifyInstance, context: RouteContext, uploads: Uploads): void {
  server.get<{ Querystring: Static<typeof loadsQuery> }>(
    '/api/loads',
    { config: { command: 'loads' }, schema: { summary: 'Loads that stand, with their sums', querystring: loadsQuery } },
    (request) => answer<LoadsAnswer>(context, request, 'loads', request.query),
  );
  server.post<{ Body: Static<typeof loadBody> }>(
    '/api/loads',
    { bodyLimit: 1024 * 1024, config: { command: 'load' }, schema: { summary: 'Load uploaded files', body: loadBody } },
    async (request, reply) => {
      const { uploads: ids, ...rest } = request.body;
      const paths = ids.map((id) => uploads.get(id, request.actor.person).path);
      const job = await startJob(context, request, 'load', { ...rest, paths }, () => uploads.remove(ids));
      return reply.status(202).send({ job: job.id });
    },
  );
}
