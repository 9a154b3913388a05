import type { Readable } from 'node:stream';
import type {
  AcceptAnswer,
  DecideAnswer,
  GuidelineAnswer,
  GuidelineDraftRow,
  ProgrammeEdition,
  ReviewAnswer,
} from '@zhiheng/office';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Uploads } from '../uploads.js';
import { answer, type RouteContext, whileAsked } from './route-context.js';

const closed = { additionalProperties: false };
const byDraft = Type.Object({
  draft: Type.String({ minLength: 1, maxLength: 40, description: 'of the list of drafts' }),
});
const byProgramme = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 100, description: 'id of a programme' }),
});
const importQuery = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 1000, description: 'name of the file' }) },
  closed,
);
const decisionBody = Type.Object(
  {
    field: Type.Optional(
      Type.String({
        maxLength: 100,
        description: 'id of a field; left out: all that wait, which may only be accepted',
      }),
    ),
    decision: Type.Union(['accept', 'correct', 'reject', 'undo'].map((word) => Type.Literal(word))),
    value: Type.Optional(
      Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), {
        description: 'of a correction: keys that take the place of those that stand; null takes one away',
      }),
    ),
    beneath: Type.Optional(
      Type.Boolean({
        description: 'of an acceptance: with all that waits beneath the field; undo takes the whole back',
      }),
    ),
    note: Type.Optional(Type.String({ maxLength: 2000 })),
    version: Type.Optional(Type.Integer({ minimum: 0, description: 'the version of the field that was looked at' })),
  },
  closed,
);
const acceptBody = Type.Object(
  {
    id: Type.Optional(
      Type.String({ minLength: 1, maxLength: 40, description: 'of the programme; left out: its year' }),
    ),
    rest: Type.Optional(Type.Boolean({ description: 'accepts what waits as it was read' })),
    corrections: Type.Optional(
      Type.Object({ path: Type.String({ maxLength: 1000 }), text: Type.String({ maxLength: 1_000_000 }) }, closed),
    ),
  },
  closed,
);
const reopenBody = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 2000 }) }, closed);
const editionQuery = Type.Object(
  { edition: Type.Optional(Type.Integer({ minimum: 1, description: 'this one alone, with its text' })) },
  closed,
);
type ByDraft = Static<typeof byDraft>;

/** Takes a guideline in as a plain stream of bytes and reads it, in a scope of its own: nothing else takes such bodies. */
export function guidelineUploadRoute(context: RouteContext, uploads: Uploads): FastifyPluginAsync {
  return async (server) => {
    server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    server.post<{ Querystring: Static<typeof importQuery>; Body: Readable }>(
      '/api/guidelines',
      {
        bodyLimit: Number.MAX_SAFE_INTEGER,
        config: { command: 'programme-import', upload: true },
        schema: { summary: 'Read a guideline (TXT, HTML, DOCX, PDF with text) as a draft', querystring: importQuery },
      },
      async (request, reply) => {
        const { id, path, name } = await uploads.take(request.query.name, request.actor.person, request.body);
        try {
          const stop = whileAsked(reply);
          const read = await answer<GuidelineAnswer>(context, request, 'programme-import', { path, name }, stop);
          reply.status(201);
          return read;
        } finally {
          await uploads.remove([id]);
        }
      },
    );
  };
}

/** Drafts of programmes, what people decide about their fields, and the programmes they become. */
export function registerGuidelineRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get(
    '/api/guidelines',
    {
      config: { command: 'programme-drafts' },
      schema: { summary: 'Guidelines that were imported and next years that were made' },
    },
    (request) => answer<GuidelineDraftRow[]>(context, request, 'programme-drafts', {}),
  );
  server.get<{ Params: ByDraft }>(
    '/api/guidelines/:draft',
    { config: { command: 'programme-draft' }, schema: { summary: 'A guideline as it was read', params: byDraft } },
    (request) => answer<GuidelineAnswer>(context, request, 'programme-draft', request.params),
  );
  server.get<{ Params: ByDraft }>(
    '/api/guidelines/:draft/review',
    {
      config: { command: 'programme-review' },
      schema: { summary: 'A draft beside its source: its fields, and what was decided', params: byDraft },
    },
    (request) => answer<ReviewAnswer>(context, request, 'programme-review', request.params),
  );
  server.post<{ Params: ByDraft; Body: Static<typeof decisionBody> }>(
    '/api/guidelines/:draft/decisions',
    {
      config: { command: 'programme-decide' },
      schema: {
        summary: 'Accept, correct or reject a field, or take the last decision back',
        params: byDraft,
        body: decisionBody,
      },
    },
    (request) => answer<DecideAnswer>(context, request, 'programme-decide', { ...request.body, ...request.params }),
  );
  server.post<{ Params: ByDraft; Body: Static<typeof acceptBody> }>(
    '/api/guidelines/:draft/accept',
    {
      bodyLimit: 6_100_000,
      config: { command: 'programme-accept' },
      schema: { summary: 'Put a draft in force as a programme', params: byDraft, body: acceptBody },
    },
    async (request, reply) => {
      const input = { ...request.body, ...request.params };
      const accepted = await answer<AcceptAnswer>(context, request, 'programme-accept', input);
      reply.status(201);
      return accepted;
    },
  );
  server.post<{ Params: ByDraft; Body: Static<typeof reopenBody> }>(
    '/api/guidelines/:draft/reopen',
    {
      config: { command: 'programme-reopen' },
      schema: {
        summary: 'Open a draft again that became a programme, which stays in force until the draft is accepted anew',
        params: byDraft,
        body: reopenBody,
      },
    },
    (request) => answer<ProgrammeEdition>(context, request, 'programme-reopen', { ...request.body, ...request.params }),
  );
  server.get<{ Params: Static<typeof byProgramme>; Querystring: Static<typeof editionQuery> }>(
    '/api/programmes/:id/editions',
    {
      config: { command: 'programme-editions' },
      schema: {
        summary: 'The texts that a programme had, who accepted them, and why they were opened again',
        params: byProgramme,
        querystring: editionQuery,
      },
    },
    (request) =>
      answer<ProgrammeEdition[]>(context, request, 'programme-editions', { ...request.query, ...request.params }),
  );
  server.post<{ Params: Static<typeof byProgramme> }>(
    '/api/programmes/:id/roll',
    {
      config: { command: 'programme-roll' },
      schema: { summary: 'Make of a programme the draft of the year after it', params: byProgramme },
    },
    async (request, reply) => {
      const made = await answer<ReviewAnswer>(context, request, 'programme-roll', { programme: request.params.id });
      reply.status(201);
      return made;
    },
  );
}
