import type { LettersAnswer, LettersSentAnswer, MyWorkAnswer } from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, type RouteContext } from './route-context.js';
import { byId } from './words.js';

const sendBody = Type.Object(
  { again: Type.Optional(Type.Boolean({ description: 'those that failed too, at once' })) },
  { additionalProperties: false },
);

/** What waits for whoever asks, what they were told, and the letters of an office. */
export function registerWorkRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get('/api/my-work', { config: { command: 'my-work' }, schema: { summary: 'What waits for one' } }, (request) =>
    answer<MyWorkAnswer>(context, request, 'my-work', {}),
  );
  server.post<{ Params: Static<typeof byId> }>(
    '/api/notices/:id/read',
    { config: { command: 'notice-read' }, schema: { summary: 'Mark a notice as read', params: byId } },
    (request) => answer<object>(context, request, 'notice-read', request.params),
  );
  server.get(
    '/api/letters',
    { config: { command: 'notices-letters' }, schema: { summary: 'Which letters wait, and which failed' } },
    (request) => answer<LettersAnswer>(context, request, 'notices-letters', {}),
  );
  server.post<{ Body: Static<typeof sendBody> }>(
    '/api/letters',
    { config: { command: 'notices-mail' }, schema: { summary: 'Send the notices that wait', body: sendBody } },
    (request) => answer<LettersSentAnswer>(context, request, 'notices-mail', request.body),
  );
}
