import type { ComparedHead, ProgrammeComparison } from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, type RouteContext } from './route-context.js';

const side = Type.String({
  minLength: 1,
  maxLength: 100,
  description: 'a programme in force, or an imported guideline',
});
const compareQuery = Type.Object({ before: side, after: side }, { additionalProperties: false });

/** Programmes and imported guidelines beside each other. */
export function registerProgrammeComparisonRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get(
    '/api/programmes/comparable',
    {
      config: { command: 'programme-comparable' },
      schema: { summary: 'What can be compared: programmes in force and imported guidelines' },
    },
    (request) => answer<ComparedHead[]>(context, request, 'programme-comparable', {}),
  );
  server.get<{ Querystring: Static<typeof compareQuery> }>(
    '/api/programmes/compare',
    {
      config: { command: 'programme-compare' },
      schema: {
        summary:
          'Two programmes or guidelines item by item: the same, new, gone, moved, reworded, other owners; and their targets',
        querystring: compareQuery,
      },
    },
    (request) => answer<ProgrammeComparison>(context, request, 'programme-compare', request.query),
  );
}
