import type {
  PartiesAnswer,
  PartyAnswer,
  PartyDecidedAnswer,
  PartyReviewAnswer,
  PartyRulingRow,
} from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, type RouteContext } from './route-context.js';

const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 500 }));
const after = Type.Optional(Type.String({ maxLength: 200, description: '`next` of the page before' }));
const party = Type.String({ minLength: 1, maxLength: 40, pattern: '^[A-Za-z0-9-]+$' });
const reason = Type.String({ maxLength: 10_000 });
const pageQuery = Type.Object({ limit, after }, { additionalProperties: false });
const listQuery = Type.Object(
  {
    words: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, description: 'characters of a name, a credit code, or an id' }),
    ),
    limit,
    after,
  },
  { additionalProperties: false },
);
const byParty = Type.Object({ party });
const pairBody = Type.Object({ a: party, b: party, reason }, { additionalProperties: false });
const undoBody = Type.Object(
  {
    ...{ a: party, b: party, reason },
    act: Type.Optional(Type.Integer({ minimum: 1, description: 'number of the act that was looked at' })),
  },
  { additionalProperties: false },
);

const decisions = [
  ['merge', 'parties-merge', 'Say that party a is the same as party b, under whose id it is known'],
  ['apart', 'parties-apart', 'Say that two parties are two'],
] as const;

/** Who the holders of a release are, and what people decide about two of them. */
export function registerPartyRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get<{ Querystring: Static<typeof listQuery> }>(
    '/api/parties',
    {
      config: { command: 'parties-list' },
      schema: { summary: 'Parties of the newest release, those of most records first', querystring: listQuery },
    },
    (request) => answer<PartiesAnswer>(context, request, 'parties-list', request.query),
  );
  server.get<{ Querystring: Static<typeof pageQuery> }>(
    '/api/parties/review',
    {
      config: { command: 'parties-review' },
      schema: { summary: 'Pairs that wait for somebody to decide, the likeliest first', querystring: pageQuery },
    },
    (request) => answer<PartyReviewAnswer>(context, request, 'parties-review', request.query),
  );
  server.get<{ Querystring: Static<typeof pageQuery> }>(
    '/api/parties/decided',
    {
      config: { command: 'parties-decided' },
      schema: { summary: 'What was decided about parties, the newest first', querystring: pageQuery },
    },
    (request) => answer<PartyDecidedAnswer>(context, request, 'parties-decided', request.query),
  );
  server.get<{ Params: Static<typeof byParty>; Querystring: Static<typeof pageQuery> }>(
    '/api/parties/:party',
    {
      config: { command: 'parties-show' },
      schema: { summary: 'A party with its names and records', params: byParty, querystring: pageQuery },
    },
    (request) => answer<PartyAnswer>(context, request, 'parties-show', { ...request.query, ...request.params }),
  );
  for (const [step, command, summary] of decisions) {
    server.post<{ Body: Static<typeof pairBody> }>(
      `/api/parties/${step}`,
      { config: { command }, schema: { summary, body: pairBody } },
      async (request, reply): Promise<PartyRulingRow> => {
        const row = await answer<PartyRulingRow>(context, request, command, request.body);
        reply.status(201);
        return row;
      },
    );
  }
  server.post<{ Body: Static<typeof undoBody> }>(
    '/api/parties/undo',
    {
      config: { command: 'parties-undo' },
      schema: { summary: 'Take back what was decided about two parties', body: undoBody },
    },
    (request) => answer<PartyRulingRow>(context, request, 'parties-undo', request.body),
  );
}
