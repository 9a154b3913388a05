import type { OverviewAnswer, TargetAnswer } from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, listOf, type RouteContext } from './route-context.js';

const id = Type.String({ maxLength: 100 });
const byId = Type.Object({ id });
const byTarget = Type.Object({ id, target: Type.String({ maxLength: 100 }) });
const vintage = Type.Optional(Type.String({ maxLength: 40 }));
const effective = Type.Optional(
  Type.String({
    maxLength: 10,
    description: 'the day as of which is judged; left out: that of the vintage, else today',
  }),
);

const verdictsQuery = Type.Object(
  {
    vintage,
    effective,
    area: Type.Optional(
      Type.String({
        maxLength: 4000,
        description:
          'regions whose own targets are judged: one or several, comma-separated; provinces. Left out: the targets of the programme',
      }),
    ),
  },
  { additionalProperties: false },
);
const targetQuery = Type.Object(
  { vintage, effective, area: Type.Optional(Type.String({ maxLength: 10, description: 'a region' })) },
  { additionalProperties: false },
);
const overviewQuery = Type.Object({ vintage, effective }, { additionalProperties: false });

/** Targets of programmes and their verdicts. */
export function registerVerdictRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get<{ Params: { id: string }; Querystring: Static<typeof overviewQuery> }>(
    '/api/programmes/:id/overview',
    {
      config: { command: 'overview' },
      schema: {
        summary: 'Targets of a programme with verdicts and the days left',
        params: byId,
        querystring: overviewQuery,
      },
    },
    (request) =>
      answer<OverviewAnswer>(context, request, 'overview', { ...request.query, programme: request.params.id }),
  );
  server.get<{ Params: { id: string }; Querystring: Static<typeof verdictsQuery> }>(
    '/api/programmes/:id/verdicts',
    {
      config: { command: 'verdicts' },
      schema: {
        summary: 'Verdicts of the targets of a programme, or of those that regions set',
        params: byId,
        querystring: verdictsQuery,
      },
    },
    (request) => {
      const { area, ...rest } = request.query;
      const areas = listOf(area);
      const input = { ...rest, programme: request.params.id, ...(areas !== undefined && { area: areas }) };
      return answer<TargetAnswer['verdict'][]>(context, request, 'verdicts', input);
    },
  );
  server.get<{ Params: { id: string; target: string }; Querystring: Static<typeof targetQuery> }>(
    '/api/programmes/:id/targets/:target',
    {
      config: { command: 'verdict' },
      schema: {
        summary: 'One target: its verdict, how it came about step by step, its revisions and how regions stand',
        params: byTarget,
        querystring: targetQuery,
      },
    },
    (request) => {
      const { id: programme, target } = request.params;
      return answer<TargetAnswer>(context, request, 'verdict', { ...request.query, programme, target });
    },
  );
}
