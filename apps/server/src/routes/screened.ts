import { Readable } from 'node:stream';
import {
  type ComparedTexts,
  exportClues,
  exportMembers,
  type ScreenedFile,
  type ScreenGroupShown,
  type ScreenOverview,
} from '@zhiheng/office';
import { scopeOf } from '@zhiheng/rights';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Static, Type } from 'typebox';
import { attachment } from './attachment.js';
import { answer, type RouteContext } from './route-context.js';

const run = Type.Optional(Type.String({ minLength: 1, maxLength: 20, description: 'a run; left out: the newest' }));
const ofRun = Type.Object({ run }, { additionalProperties: false });
const groupId = Type.Object({ id: Type.String({ minLength: 1, maxLength: 30, description: 'a group' }) });
const membersQuery = Type.Object(
  {
    run,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, description: 'members of a page; left out: 200' })),
    after: Type.Optional(Type.String({ maxLength: 80, description: '`next` of the page before' })),
  },
  { additionalProperties: false },
);
const application = Type.String({ minLength: 1, maxLength: 60, description: 'an application' });
const compareQuery = Type.Object({ a: application, b: application, run }, { additionalProperties: false });
/** How clues are ordered. */
export const clueOrder = Type.Optional(
  Type.Union([Type.Literal('strength'), Type.Literal('application')], {
    description: 'left out: the strongest first',
  }),
);
const cluesFileQuery = Type.Object(
  {
    run,
    ground: Type.Optional(Type.String({ maxLength: 40 })),
    family: Type.Optional(Type.String({ maxLength: 60 })),
    application: Type.Optional(Type.String({ maxLength: 60 })),
    order: clueOrder,
  },
  { additionalProperties: false },
);

/** What the pages of screening show beside the lists: a run, a group, two texts; and files of what was found. */
export function registerScreenedRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get<{ Querystring: Static<typeof ofRun> }>(
    '/api/screening/overview',
    {
      config: { command: 'screen-overview' },
      schema: { summary: 'What a run looked at and how much the scope shows, with the rules', querystring: ofRun },
    },
    (request) => answer<ScreenOverview>(context, request, 'screen-overview', request.query),
  );
  server.get<{ Params: Static<typeof groupId>; Querystring: Static<typeof membersQuery> }>(
    '/api/screening/groups/:id',
    {
      config: { command: 'screen-group' },
      schema: {
        summary: 'One group with its members, their filing days and links',
        params: groupId,
        querystring: membersQuery,
      },
    },
    (request) => answer<ScreenGroupShown>(context, request, 'screen-group', { ...request.query, ...request.params }),
  );
  server.get<{ Querystring: Static<typeof compareQuery> }>(
    '/api/screening/compare',
    {
      config: { command: 'screen-compare' },
      schema: { summary: 'Texts of two applications beside each other', querystring: compareQuery },
    },
    (request) => answer<ComparedTexts>(context, request, 'screen-compare', request.query),
  );
  const asking = (request: { readonly actor: Parameters<typeof scopeOf>[0] }) => {
    const { office } = context;
    const scope = { ...scopeOf(request.actor), personal: 'masked' } as const;
    return { office, actor: request.actor, scope };
  };
  server.get<{ Querystring: Static<typeof cluesFileQuery> }>(
    '/api/screening/clues.csv',
    {
      config: { permission: 'screening:export' },
      schema: { summary: 'All clues that the scope shows as CSV', querystring: cluesFileQuery },
    },
    async (request, reply) => sendFile(reply, 'clues', await exportClues(request.query, asking(request))),
  );
  server.get<{ Params: Static<typeof groupId>; Querystring: Static<typeof ofRun> }>(
    '/api/screening/groups/:id/members.csv',
    {
      config: { permission: 'screening:export' },
      schema: { summary: 'All members of a group that the scope shows as CSV', params: groupId, querystring: ofRun },
    },
    async (request, reply) => {
      const file = await exportMembers({ ...request.query, ...request.params }, asking(request));
      return sendFile(reply, request.params.id, file);
    },
  );
}

function sendFile(reply: FastifyReply, name: string, { run: of, lines, synthetic }: ScreenedFile): Readable {
  const header = attachment(`${name}-${of}`, synthetic);
  reply.type('text/csv; charset=utf-8').header('content-disposition', header);
  return Readable.from(lines);
}
