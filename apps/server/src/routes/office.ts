import type { AreaAnswer, IndicatorAnswer, IndicatorListItem, IndicatorValue, OfficeAnswer } from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, listOf, type RouteContext } from './route-context.js';

const byId = Type.Object({ id: Type.String({ maxLength: 100 }) });

const areasQuery = Type.Object(
  {
    find: Type.Optional(Type.String({ maxLength: 60, description: 'a part of a name, or the beginning of a code' })),
    codes: Type.Optional(Type.String({ maxLength: 4000, description: 'one or several, comma-separated' })),
  },
  { additionalProperties: false },
);

/** The office itself, its definitions and areas. */
export function registerOfficeRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get(
    '/api/health',
    { config: { permission: 'health:read' }, schema: { summary: 'Whether the server answers' } },
    () => ({ ok: true }),
  );
  server.get(
    '/api/office',
    { config: { command: 'office' }, schema: { summary: 'Office, newest release and vintage' } },
    (request) => answer<OfficeAnswer>(context, request, 'office', {}),
  );
  server.get(
    '/api/indicators',
    { config: { command: 'indicator-list' }, schema: { summary: 'All definitions' } },
    (request) => answer<IndicatorListItem[]>(context, request, 'indicator-list', {}),
  );
  server.get(
    '/api/indicators/values',
    { config: { command: 'indicator-values' }, schema: { summary: 'The latest value of every indicator' } },
    (request) => answer<IndicatorValue[]>(context, request, 'indicator-values', {}),
  );
  server.get<{ Params: { id: string } }>(
    '/api/indicators/:id',
    {
      config: { command: 'indicator-show' },
      schema: { summary: 'A definition with its SQL and source', params: byId },
    },
    (request) => answer<IndicatorAnswer>(context, request, 'indicator-show', request.params),
  );
  server.get<{ Querystring: Static<typeof areasQuery> }>(
    '/api/areas',
    {
      config: { command: 'areas' },
      schema: { summary: 'Groups and provincial units; any area by name or code', querystring: areasQuery },
    },
    (request) => {
      const { query } = request;
      const codes = listOf(query.codes);
      const input = { ...(query.find !== undefined && { find: query.find }), ...(codes !== undefined && { codes }) };
      return answer<AreaAnswer[]>(context, request, 'areas', input);
    },
  );
}
