import type {
  DefinitionHistoryAnswer,
  DefinitionPreview,
  DraftAnswer,
  DraftRow,
  IndicatorCheckAnswer,
} from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, type RouteContext, whileAsked } from './route-context.js';

/** Of the longest text of a definition, each character of up to six bytes when written as JSON. */
const bodyLimit = 450_000;

const indicator = Type.String({ minLength: 1, maxLength: 100, description: 'id of an indicator' });
const text = Type.String({ maxLength: 65_536, description: 'the definition, as YAML' });
const version = Type.Optional(
  Type.Integer({ minimum: 0, description: 'the version of the draft that was looked at; left out: the newest' }),
);
const reason = Type.String({ maxLength: 2000 });
const codes = Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: 100 }));
const closed = { additionalProperties: false };

const byIndicator = Type.Object({ id: indicator });
const byDraft = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 120, description: 'of a draft or an indicator' }),
});
const checkBody = Type.Object({ text, id: Type.Optional(indicator) }, closed);
const previewBody = Type.Object({ text, id: Type.Optional(indicator), area: codes, period: codes }, closed);
const draftBody = Type.Object(
  {
    ...{ text, id: Type.Optional(indicator), note: Type.Optional(reason), version },
    draft: Type.Optional(Type.String({ maxLength: 120, description: 'the draft that was looked at' })),
  },
  closed,
);
const stepBody = Type.Object({ version }, closed);
const reasonedBody = Type.Object({ reason, version }, closed);
const takeBackBody = Type.Object({ reason }, closed);

type ById = Static<typeof byDraft>;

const steps = [
  ['submit', 'indicator-submit', stepBody, 'Hand a draft in for a second person to look at'],
  ['publish', 'indicator-publish', reasonedBody, 'A second person puts a draft in force'],
  ['return', 'indicator-return', reasonedBody, 'Give a draft back to those who wrote it'],
  ['withdraw', 'indicator-withdraw', reasonedBody, 'End a draft without a publication'],
] as const;

/** Definitions on their way to being in force: checking and previewing a text, drafts, publications. */
export function registerDefinitionRoutes(server: FastifyInstance, context: RouteContext): void {
  server.post<{ Body: Static<typeof checkBody> }>(
    '/api/definitions/check',
    {
      bodyLimit,
      config: { command: 'indicator-check' },
      schema: { summary: 'Every fault of a text, with line and column', body: checkBody },
    },
    (request) => answer<IndicatorCheckAnswer>(context, request, 'indicator-check', request.body),
  );
  server.post<{ Body: Static<typeof previewBody> }>(
    '/api/definitions/preview',
    {
      bodyLimit,
      config: { command: 'indicator-preview' },
      schema: { summary: 'Count a text beside the definition in force; kept nowhere', body: previewBody },
    },
    (request, reply) =>
      answer<DefinitionPreview>(context, request, 'indicator-preview', request.body, whileAsked(reply)),
  );
  server.get(
    '/api/definitions/drafts',
    { config: { command: 'indicator-drafts' }, schema: { summary: 'Drafts that wait for somebody' } },
    (request) => answer<DraftRow[]>(context, request, 'indicator-drafts', {}),
  );
  server.post<{ Body: Static<typeof draftBody> }>(
    '/api/definitions/drafts',
    {
      bodyLimit,
      config: { command: 'indicator-draft' },
      schema: { summary: 'Keep a text as the draft of its indicator', body: draftBody },
    },
    (request) => answer<DraftAnswer>(context, request, 'indicator-draft', request.body),
  );
  server.get<{ Params: ById }>(
    '/api/definitions/drafts/:id',
    {
      config: { command: 'indicator-draft-show' },
      schema: { summary: 'A draft beside the definition in force', params: byDraft },
    },
    (request) => answer<DraftAnswer>(context, request, 'indicator-draft-show', request.params),
  );
  for (const [step, command, body, summary] of steps) {
    server.post<{ Params: ById; Body: Static<typeof stepBody> }>(
      `/api/definitions/drafts/:id/${step}`,
      { config: { command }, schema: { summary, params: byDraft, body } },
      (request) => answer<DraftAnswer>(context, request, command, { ...request.body, ...request.params }),
    );
  }
  registerPublicationRoutes(server, context);
}

function registerPublicationRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get<{ Params: ById }>(
    '/api/definitions/:id/history',
    {
      config: { command: 'indicator-history' },
      schema: { summary: 'The publications of a definition, the newest first', params: byIndicator },
    },
    (request) => answer<DefinitionHistoryAnswer>(context, request, 'indicator-history', request.params),
  );
  server.post<{ Params: ById; Body: Static<typeof takeBackBody> }>(
    '/api/definitions/:id/take-back',
    {
      config: { command: 'indicator-withdraw' },
      schema: { summary: 'Propose that what stood before holds again', params: byIndicator, body: takeBackBody },
    },
    (request) =>
      answer<DraftAnswer>(context, request, 'indicator-withdraw', {
        ...request.body,
        ...request.params,
        published: true,
      }),
  );
}
