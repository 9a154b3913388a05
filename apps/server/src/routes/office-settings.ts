import type { SettingAnswer } from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, type RouteContext } from './route-context.js';

const byName = Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }) });
const valueBody = Type.Object(
  { value: Type.String({ maxLength: 300 }), why: Type.String({ maxLength: 1000 }) },
  { additionalProperties: false },
);

/** What the office has set for itself. */
export function registerSettingRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get(
    '/api/office/settings',
    { config: { command: 'office-settings' }, schema: { summary: 'What the office has set, with its history' } },
    (request) => answer<SettingAnswer[]>(context, request, 'office-settings', {}),
  );
  server.put<{ Params: Static<typeof byName>; Body: Static<typeof valueBody> }>(
    '/api/office/settings/:name',
    { config: { command: 'office-set' }, schema: { summary: 'Set one of them', params: byName, body: valueBody } },
    (request) => answer<object>(context, request, 'office-set', { ...request.body, ...request.params }),
  );
}
