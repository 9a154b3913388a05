import type { PairRow, RuleCheckAnswer, ScreenClue, ScreenGroup, ScreenShowAnswer } from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, type RouteContext, startJob } from './route-context.js';
import { clueOrder, registerScreenedRoutes } from './screened.js';

const name = Type.String({ minLength: 1, maxLength: 200 });
const run = Type.Optional(Type.String({ minLength: 1, maxLength: 20, description: 'a run; left out: the newest' }));
const rowsOfPage = 500;
const limit = Type.Optional(
  Type.Integer({ minimum: 1, maximum: 5000, description: `rows of a page; left out: ${rowsOfPage}` }),
);
const runBody = Type.Object({ release: Type.Optional(name) }, { additionalProperties: false });
const checkBody = Type.Object(
  { text: Type.String({ maxLength: 200_000 }), file: Type.Optional(name) },
  { additionalProperties: false },
);
const pairsQuery = Type.Object(
  {
    run,
    field: Type.Optional(Type.Union([Type.Literal('title'), Type.Literal('abstract'), Type.Literal('claim')])),
    min: Type.Optional(Type.Number({ minimum: 0, maximum: 1, description: 'least Jaccard' })),
    limit,
    after: Type.Optional(Type.Integer({ minimum: 0, description: '`pair` of the last row of the page before' })),
  },
  { additionalProperties: false },
);
const groupsQuery = Type.Object(
  { run, limit, after: Type.Optional(Type.String({ maxLength: 30, description: '`id` of the last group before' })) },
  { additionalProperties: false },
);
const cluesQuery = Type.Object(
  {
    run,
    ground: Type.Optional(Type.String({ maxLength: 40 })),
    family: Type.Optional(Type.String({ maxLength: 60 })),
    application: Type.Optional(Type.String({ maxLength: 60 })),
    order: clueOrder,
    limit,
    after: Type.Optional(
      Type.String({
        maxLength: 200,
        description:
          'strength, application, ground and family of the last clue before; by application without strength',
      }),
    ),
  },
  { additionalProperties: false },
);
const byId = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 80, description: 'clue, group or application' }),
});
const showQuery = Type.Object({ run }, { additionalProperties: false });

/** What screening finds: clues, and what they rest on. Nothing of it is a decision. */
export function registerScreeningRoutes(server: FastifyInstance, context: RouteContext): void {
  server.post<{ Body: Static<typeof runBody> }>(
    '/api/screening/runs',
    {
      config: { command: 'screen-run' },
      schema: { summary: 'Screen a release; left out: the newest. How it ends is told by its job', body: runBody },
    },
    async (request, reply) => {
      const job = await startJob(context, request, 'screen-run', request.body, async () => {});
      return reply.status(202).send({ job: job.id });
    },
  );
  server.post<{ Body: Static<typeof checkBody> }>(
    '/api/screening/rules/check',
    {
      config: { command: 'screen-check' },
      schema: { summary: 'Every fault of the text of a rule family, with line and column', body: checkBody },
    },
    (request) => answer<RuleCheckAnswer>(context, request, 'screen-check', request.body),
  );
  server.get<{ Querystring: Static<typeof pairsQuery> }>(
    '/api/screening/pairs',
    { config: { command: 'screen-pairs' }, schema: { summary: 'Pairs of texts alike', querystring: pairsQuery } },
    (request) => answer<PairRow[]>(context, request, 'screen-pairs', { limit: rowsOfPage, ...request.query }),
  );
  server.get<{ Querystring: Static<typeof groupsQuery> }>(
    '/api/screening/groups',
    { config: { command: 'screen-groups' }, schema: { summary: 'Groups of texts alike', querystring: groupsQuery } },
    (request) => answer<ScreenGroup[]>(context, request, 'screen-groups', { limit: rowsOfPage, ...request.query }),
  );
  server.get<{ Querystring: Static<typeof cluesQuery> }>(
    '/api/screening/clues',
    {
      config: { command: 'screen-clues' },
      schema: { summary: 'Clues about applications, with their evidence', querystring: cluesQuery },
    },
    (request) => answer<ScreenClue[]>(context, request, 'screen-clues', { limit: rowsOfPage, ...request.query }),
  );
  registerScreenedRoutes(server, context);
  server.get<{ Params: Static<typeof byId>; Querystring: Static<typeof showQuery> }>(
    '/api/screening/:id',
    {
      config: { command: 'screen-show' },
      schema: {
        summary: 'One clue, one group, or what is known of one application',
        params: byId,
        querystring: showQuery,
      },
    },
    (request) => answer<ScreenShowAnswer>(context, request, 'screen-show', { ...request.query, ...request.params }),
  );
}
