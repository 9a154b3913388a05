import type { ProgrammeAnswer, ProgrammeRow } from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, type RouteContext } from './route-context.js';

const byId = Type.Object({ id: Type.String({ maxLength: 100 }) });
const showQuery = Type.Object(
  { clause: Type.Optional(Type.String({ maxLength: 100, description: 'one clause alone' })) },
  { additionalProperties: false },
);

/** Programmes and what they ask for. */
export function registerProgrammeRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get(
    '/api/programmes',
    { config: { command: 'programme-list' }, schema: { summary: 'The programmes in force' } },
    (request) => answer<ProgrammeRow[]>(context, request, 'programme-list', {}),
  );
  server.get<{ Params: Static<typeof byId>; Querystring: Static<typeof showQuery> }>(
    '/api/programmes/:id',
    {
      config: { command: 'programme-show' },
      schema: {
        summary: 'Aims, duties and requirements of a programme with owners, steps and links',
        params: byId,
        querystring: showQuery,
      },
    },
    (request) =>
      answer<ProgrammeAnswer>(context, request, 'programme-show', { ...request.query, id: request.params.id }),
  );
}
