import {
  type CoverageRow,
  csvHead,
  csvLine,
  type ReleaseAnswer,
  type ReleaseDifference,
  type VerifyAnswer,
} from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { attachment } from './attachment.js';
import { answer, type RouteContext, whileAsked } from './route-context.js';

const name = Type.String({ minLength: 1, maxLength: 200 });
const byName = Type.Object({ name });
const acceptance = Type.Object(
  { check: name, reason: Type.String({ minLength: 1, maxLength: 2000 }) },
  { additionalProperties: false },
);
const releaseBody = Type.Object(
  { name, accept: Type.Optional(Type.Array(acceptance, { maxItems: 200 })) },
  { additionalProperties: false },
);
const diffQuery = Type.Object({ a: name, b: name }, { additionalProperties: false });
const coverageQuery = Type.Object({ release: Type.Optional(name) }, { additionalProperties: false });

const coverageColumns = [
  'table',
  'office',
  'dataset',
  'event',
  'kind',
  'area',
  'from',
  'to',
  'inForceFrom',
  'completeness',
  'source',
] as const satisfies readonly (keyof CoverageRow)[];

/** Frozen records: list, freezing, verifying, comparing, and what they can know. */
export function registerReleaseRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get(
    '/api/releases',
    { config: { command: 'release-list' }, schema: { summary: 'All releases, the oldest first' } },
    (request) => answer<ReleaseAnswer[]>(context, request, 'release-list', {}),
  );
  server.post<{ Body: Static<typeof releaseBody> }>(
    '/api/releases',
    {
      config: { command: 'release-create' },
      schema: { summary: 'Freeze what is loaded under a name', body: releaseBody },
    },
    async (request, reply): Promise<ReleaseAnswer> => {
      const created = await answer<ReleaseAnswer>(context, request, 'release-create', request.body);
      reply.status(201);
      return created;
    },
  );
  server.get<{ Params: Static<typeof byName> }>(
    '/api/releases/:name/verify',
    {
      config: { command: 'release-verify' },
      schema: { summary: 'Read every segment again and compare it with its name', params: byName },
    },
    (request, reply) => answer<VerifyAnswer>(context, request, 'release-verify', request.params, whileAsked(reply)),
  );
  server.get<{ Querystring: Static<typeof diffQuery> }>(
    '/api/releases/diff',
    {
      config: { command: 'release-diff' },
      schema: { summary: 'What changed from release A to release B', querystring: diffQuery },
    },
    (request) => answer<ReleaseDifference>(context, request, 'release-diff', request.query),
  );
  server.get<{ Querystring: Static<typeof coverageQuery> }>(
    '/api/coverage',
    {
      config: { command: 'coverage' },
      schema: { summary: 'What a release can know; left out: the newest', querystring: coverageQuery },
    },
    (request) => answer<CoverageRow[]>(context, request, 'coverage', request.query),
  );
  server.get<{ Querystring: Static<typeof coverageQuery> }>(
    '/api/coverage.csv',
    { config: { permission: 'coverage:export' }, schema: { summary: 'The same as CSV', querystring: coverageQuery } },
    async (request, reply) => {
      const rows = await answer<CoverageRow[]>(context, request, 'coverage', request.query);
      const synthetic = rows.some(({ dataset }) => dataset === 'synthetic');
      reply.type('text/csv; charset=utf-8').header('content-disposition', attachment('coverage', synthetic));
      return (
        csvHead([...coverageColumns]) + rows.map((row) => csvLine(coverageColumns.map((one) => row[one]))).join('')
      );
    },
  );
}
