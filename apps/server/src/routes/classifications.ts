import type {
  ClassificationComparison,
  ClassificationLoad,
  ClassificationRow,
  EditionsAnswer,
  TableProposalRow,
} from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, type RouteContext, whileAsked } from './route-context.js';

/** Two tables of the longest kind, each character of up to four bytes. */
const bodyLimit = 33_000_000;

const text = Type.String({ maxLength: 8_000_000, description: 'the rows of a table, as CSV' });
const file = Type.Optional(Type.String({ maxLength: 300, description: 'the name of its file, for faults' }));
const closed = { additionalProperties: false };

const reason = Type.String({ maxLength: 2000 });
const version = Type.Optional(Type.Integer({ minimum: 0, description: 'the version that was looked at' }));
const loadBody = Type.Object({ text, file, reason: Type.Optional(reason) }, closed);
const byTable = Type.Object({ table: Type.String({ minLength: 1, maxLength: 100, description: 'id of the table' }) });
const accepted = Type.Object({ reason: Type.Optional(reason), version }, closed);
const reasoned = Type.Object({ reason, version }, closed);

const steps = [
  ['accept', 'classification-accept', accepted, 'A second person puts an own table in force'],
  ['return', 'classification-return', reasoned, 'Give an own table back'],
  ['withdraw', 'classification-withdraw', reasoned, 'Take an own table back that one loaded'],
] as const;

const side = Type.Object(
  {
    id: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'of a table' })),
    shipped: Type.Optional(Type.Boolean({ description: 'as it came with the software' })),
    proposed: Type.Optional(Type.Boolean({ description: 'as it waits for a second person' })),
    text: Type.Optional(text),
    file,
  },
  closed,
);
const editionsQuery = Type.Object(
  { table: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'what the list comes to there' })) },
  closed,
);
const compareBody = Type.Object({ a: side, b: side }, closed);

/** Concordance tables: those in force, an office's own, and what lies between two. */
export function registerClassificationRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get(
    '/api/classifications',
    { config: { command: 'classification-list' }, schema: { summary: 'The concordance tables in force, and slots' } },
    (request) => answer<ClassificationRow[]>(context, request, 'classification-list', {}),
  );
  server.get<{ Querystring: Static<typeof editionsQuery> }>(
    '/api/classifications/editions',
    {
      config: { command: 'classification-editions' },
      schema: { summary: 'What symbols of the IPC are in other editions', querystring: editionsQuery },
    },
    (request) => answer<EditionsAnswer>(context, request, 'classification-editions', request.query),
  );
  server.post<{ Body: Static<typeof loadBody> }>(
    '/api/classifications',
    {
      bodyLimit,
      config: { command: 'classification-load' },
      schema: { summary: 'Propose an own table; a second person puts it in force', body: loadBody },
    },
    (request) => answer<ClassificationLoad>(context, request, 'classification-load', request.body),
  );
  server.get(
    '/api/classifications/proposals',
    {
      config: { command: 'classification-proposals' },
      schema: { summary: 'Own tables that wait for a second person' },
    },
    (request) => answer<TableProposalRow[]>(context, request, 'classification-proposals', {}),
  );
  for (const [step, command, body, summary] of steps) {
    server.post<{ Params: Static<typeof byTable>; Body: Static<typeof accepted> }>(
      `/api/classifications/:table/${step}`,
      { config: { command }, schema: { summary, params: byTable, body } },
      (request) => answer<TableProposalRow>(context, request, command, { ...request.body, ...request.params }),
    );
  }
  server.post<{ Body: Static<typeof compareBody> }>(
    '/api/classifications/compare',
    {
      bodyLimit,
      config: { command: 'classification-compare' },
      schema: { summary: 'Codes, patterns and memberships that differ between two tables', body: compareBody },
    },
    (request, reply) =>
      answer<ClassificationComparison>(context, request, 'classification-compare', request.body, whileAsked(reply)),
  );
}
