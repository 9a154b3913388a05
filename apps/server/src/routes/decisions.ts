import type { DecidedAnswer, DecidedListRow, DecisionRules, DecisionsAnswer } from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Uploads } from '../uploads.js';
import { answer, type RouteContext, startJob } from './route-context.js';

const reason = Type.String({ maxLength: 10_000 });
const application = Type.String({ minLength: 1, maxLength: 60, description: 'id or number' });
const listQuery = Type.Object(
  {
    application: Type.Optional(application),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    after: Type.Optional(Type.String({ maxLength: 60, description: '`next` of the page before' })),
  },
  { additionalProperties: false },
);
const decideBody = Type.Object(
  {
    applications: Type.Array(application, { minItems: 1, maxItems: 500 }),
    ground: Type.String({ maxLength: 40 }),
    outcome: Type.String({ maxLength: 40 }),
    effective: Type.String({ maxLength: 10, description: 'YYYY-MM-DD' }),
    reason,
  },
  { additionalProperties: false },
);
const importBody = Type.Object(
  {
    upload: Type.String({ maxLength: 64 }),
    mapping: Type.String({ maxLength: 200_000, description: 'text of a mapping of table `decisions`' }),
    list: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    keepComplete: Type.Optional(Type.Boolean()),
    reason,
  },
  { additionalProperties: false },
);
const byAct = Type.Object({ act: Type.Integer({ minimum: 1 }) });
const undoBody = Type.Object({ reason }, { additionalProperties: false });

/** What is decided about abnormal applications. */
export function registerDecisionRoutes(server: FastifyInstance, context: RouteContext, uploads: Uploads): void {
  server.get<{ Querystring: Static<typeof listQuery> }>(
    '/api/decisions',
    {
      config: { command: 'decisions-list' },
      schema: { summary: 'Decisions about abnormal applications, the newest first', querystring: listQuery },
    },
    (request) => answer<DecisionsAnswer>(context, request, 'decisions-list', request.query),
  );
  server.get(
    '/api/decisions/lists',
    { config: { command: 'decision-lists' }, schema: { summary: 'Lists that were taken over, the newest first' } },
    (request) => answer<readonly DecidedListRow[]>(context, request, 'decision-lists', {}),
  );
  server.get(
    '/api/decisions/rules',
    { config: { command: 'decision-rules' }, schema: { summary: 'The grounds, and the policy of deductions' } },
    (request) => answer<DecisionRules>(context, request, 'decision-rules', {}),
  );
  server.post<{ Body: Static<typeof decideBody> }>(
    '/api/decisions',
    { config: { command: 'decide' }, schema: { summary: 'Decide about applications on a ground', body: decideBody } },
    async (request, reply): Promise<DecidedAnswer> => {
      const decided = await answer<DecidedAnswer>(context, request, 'decide', request.body);
      reply.status(201);
      return decided;
    },
  );
  server.post<{ Body: Static<typeof importBody> }>(
    '/api/decisions/import',
    {
      bodyLimit: 1024 * 1024,
      config: { command: 'decisions-import' },
      schema: { summary: 'Take over an uploaded list of what was decided elsewhere', body: importBody },
    },
    async (request, reply) => {
      const { upload, mapping, ...rest } = request.body;
      const { path, name } = uploads.claim(upload, request.actor.person);
      const input = { path, mapping: { path: 'mapping', text: mapping }, list: name, ...rest };
      const job = await startJob(context, request, 'decisions-import', input, () => uploads.remove([upload]));
      return reply.status(202).send({ job: job.id });
    },
  );
  server.post<{ Params: Static<typeof byAct>; Body: Static<typeof undoBody> }>(
    '/api/decisions/:act/undo',
    {
      config: { command: 'decisions-undo' },
      schema: { summary: 'Take back what an act decided', params: byAct, body: undoBody },
    },
    (request) => answer<DecidedAnswer>(context, request, 'decisions-undo', { ...request.body, ...request.params }),
  );
}
