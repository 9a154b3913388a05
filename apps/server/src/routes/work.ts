import type { MyWorkAnswer } from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import { answer, type RouteContext } from './route-context.js';
import { byId } from './words.js';

/** What waits for whoever asks, and what they were told. */
export function registerWorkRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get('/api/my-work', { config: { command: 'my-work' }, schema: { summary: 'What waits for one' } }, (request) =>
    answer<MyWorkAnswer>(context, request, 'my-work', {}),
  );
  server.post<{ Params: Static<typeof byId> }>(
    '/api/notices/:id/read',
    { config: { command: 'notice-read' }, schema: { summary: 'Mark a notice as read', params: byId } },
    (request) => answer<object>(context, request, 'notice-read', request.params),
  );
}
