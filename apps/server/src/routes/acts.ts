import type { ActsPage, AuditAnchorAnswer, AuditVerifyAnswer } from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, type RouteContext } from './route-context.js';

const actsQuery = Type.Object(
  {
    before: Type.Optional(Type.Integer({ minimum: 1, description: 'acts below this number' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    kind: Type.Optional(Type.String({ maxLength: 100 })),
    person: Type.Optional(Type.String({ maxLength: 100 })),
    object: Type.Optional(Type.String({ maxLength: 200 })),
    reads: Type.Optional(Type.Boolean({ description: 'only reads of personal data, or none of them' })),
  },
  { additionalProperties: false },
);

/** The chain of acts. Files are never named from here: anchors are the office's own. */
export function registerActRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get<{ Querystring: Static<typeof actsQuery> }>(
    '/api/acts',
    {
      config: { command: 'audit-list' },
      schema: { summary: 'Who did what, the newest first', querystring: actsQuery },
    },
    (request) => answer<ActsPage>(context, request, 'audit-list', request.query),
  );
  server.post(
    '/api/acts/verify',
    { config: { command: 'audit-verify' }, schema: { summary: 'Verify the whole chain' } },
    (request) => answer<AuditVerifyAnswer>(context, request, 'audit-verify', {}),
  );
  server.post(
    '/api/acts/anchor',
    { config: { command: 'audit-anchor' }, schema: { summary: 'Sign the newest act and anchor it' } },
    (request) => answer<AuditAnchorAnswer>(context, request, 'audit-anchor', {}),
  );
}
