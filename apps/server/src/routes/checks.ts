import { Readable } from 'node:stream';
import {
  type CheckAnswer,
  type CheckHistoryRow,
  type CheckOverviewAnswer,
  type CheckRowsAnswer,
  type CheckShowAnswer,
  checkRowsFile,
  runningJobs,
} from '@zhiheng/office';
import { scopeOf } from '@zhiheng/rights';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { attachment } from './attachment.js';
import { answer, type RouteContext, startJob, whileAsked } from './route-context.js';

const release = Type.Optional(
  Type.String({ minLength: 1, maxLength: 200, description: 'name of a release; left out: what is loaded' }),
);
const ofRelease = Type.Object({ release }, { additionalProperties: false });
const byId = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100, description: 'id of a check' }) });
const rowsQuery = Type.Object(
  {
    release,
    after: Type.Optional(Type.String({ maxLength: 300, description: 'the `next` of the page before' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  },
  { additionalProperties: false },
);
type OfRelease = Static<typeof ofRelease>;
type ById = Static<typeof byId>;

/** What the checks find, how each is made, what it found in releases, and the rows behind it. */
export function registerCheckRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get<{ Querystring: OfRelease }>(
    '/api/checks',
    {
      config: { command: 'check' },
      schema: { summary: 'Run the checks and tell what they find', querystring: ofRelease },
    },
    (request, reply) => answer<CheckAnswer[]>(context, request, 'check', request.query, whileAsked(reply)),
  );
  server.get<{ Querystring: OfRelease }>(
    '/api/checks/overview',
    {
      config: { command: 'check-overview' },
      schema: { summary: 'How the checks stand, without running any', querystring: ofRelease },
    },
    (request) => answer<CheckOverviewAnswer>(context, request, 'check-overview', request.query),
  );
  server.post<{ Body: OfRelease }>(
    '/api/checks/runs',
    { config: { command: 'check' }, schema: { summary: 'Begin to run the checks', body: ofRelease } },
    async (request, reply) => {
      const job = underWay(context, request.body) ?? (await startJob(context, request, 'check', request.body, nothing));
      return reply.status(202).send({ job: job.id });
    },
  );
  server.get<{ Params: ById; Querystring: OfRelease }>(
    '/api/checks/:id',
    {
      config: { command: 'check-show' },
      schema: { summary: 'One check with its SQL and its history', params: byId, querystring: ofRelease },
    },
    (request) => answer<CheckShowAnswer>(context, request, 'check-show', { ...request.query, ...request.params }),
  );
  server.get<{ Params: ById }>(
    '/api/checks/:id/history',
    {
      config: { command: 'check-history' },
      schema: { summary: 'What a check found in each release, and who accepted it', params: byId },
    },
    (request) => answer<CheckHistoryRow[]>(context, request, 'check-history', request.params),
  );
  registerRowRoutes(server, context);
}

function registerRowRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get<{ Params: ById; Querystring: Static<typeof rowsQuery> }>(
    '/api/checks/:id/rows',
    {
      config: { command: 'check-rows' },
      schema: { summary: 'The rows behind a check that the scope shows', params: byId, querystring: rowsQuery },
    },
    (request) => answer<CheckRowsAnswer>(context, request, 'check-rows', { ...request.query, ...request.params }),
  );
  server.get<{ Params: ById; Querystring: OfRelease }>(
    '/api/checks/:id/rows.csv',
    {
      config: { permission: 'records:export' },
      schema: { summary: 'All of these rows as CSV', params: byId, querystring: ofRelease },
    },
    async (request, reply) => {
      const { office } = context;
      const { actor, params, query } = request;
      const input = { ...query, ...params };
      const asking = { office, actor, scope: scopeOf(actor), onProgress: () => {} };
      const { lines, synthetic } = await checkRowsFile(input, asking);
      const name = [params.id, ...(query.release === undefined ? [] : [query.release])].join('-');
      reply.type('text/csv; charset=utf-8').header('content-disposition', attachment(name, synthetic));
      return Readable.from(lines);
    },
  );
}

const nothing = () => Promise.resolve();

/** A run over the same records that has not ended: whoever asks again is told of it. */
function underWay({ office }: RouteContext, { release }: OfRelease) {
  return runningJobs(office)
    .list()
    .find(({ command, about, endedAt }) => command === 'check' && endedAt === null && about[0] === release);
}
