import type { TargetHistoryAnswer, TargetProposalRow } from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, type RouteContext } from './route-context.js';

const closed = { additionalProperties: false };
const day = (description: string) => Type.String({ maxLength: 10, description });
const area = Type.String({ minLength: 1, maxLength: 10, description: 'a region, by its GB/T 2260 code' });
const reason = Type.String({ maxLength: 2000 });
const version = Type.Optional(Type.Integer({ minimum: 0, description: 'the version that was looked at' }));

const byTarget = Type.Object({ id: Type.String({ maxLength: 100 }), target: Type.String({ maxLength: 100 }) });
const limits = {
  limit: Type.Number({ description: 'in the unit of the target: 0.10 for a growth of 10 %' }),
  from: day('the first day on which it holds'),
  due: Type.Optional(day('the day by which it is to be reached, where that changes')),
  reason,
  source: Type.Optional(Type.String({ maxLength: 200, description: 'number of the document that says so' })),
};
const reviseBody = Type.Object(limits, closed);
const overlayBody = Type.Object({ ...limits, area }, closed);
const historyQuery = Type.Object({ area: Type.Optional(area) }, closed);
const byId = Type.Object({ change: Type.String({ minLength: 1, maxLength: 300, description: 'id of the proposal' }) });
const accepted = Type.Object({ reason: Type.Optional(reason), version }, closed);
const reasoned = Type.Object({ reason, version }, closed);

const steps = [
  ['accept', 'target-accept', accepted, 'A second person puts a limit in force'],
  ['return', 'target-return', reasoned, 'Give a proposed limit back'],
  ['withdraw', 'target-withdraw', reasoned, 'Take a limit back that one proposed'],
] as const;

type ByTarget = Static<typeof byTarget>;

/** Limits of targets that change within the year. */
export function registerTargetChangeRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get<{ Params: ByTarget; Querystring: Static<typeof historyQuery> }>(
    '/api/programmes/:id/targets/:target/history',
    {
      config: { command: 'target-history' },
      schema: { summary: 'Every limit that a target had', params: byTarget, querystring: historyQuery },
    },
    (request) => answer<TargetHistoryAnswer>(context, request, 'target-history', { ...request.query, ...of(request) }),
  );
  server.post<{ Params: ByTarget; Body: Static<typeof reviseBody> }>(
    '/api/programmes/:id/targets/:target/revisions',
    {
      config: { command: 'target-revise' },
      schema: { summary: 'Propose a limit within the year', params: byTarget, body: reviseBody },
    },
    (request) => answer<TargetProposalRow>(context, request, 'target-revise', { ...request.body, ...of(request) }),
  );
  server.post<{ Params: ByTarget; Body: Static<typeof overlayBody> }>(
    '/api/programmes/:id/targets/:target/overlays',
    {
      config: { command: 'target-overlay' },
      schema: { summary: 'Propose the limit of a region', params: byTarget, body: overlayBody },
    },
    (request) => answer<TargetProposalRow>(context, request, 'target-overlay', { ...request.body, ...of(request) }),
  );
  server.get(
    '/api/target-changes',
    { config: { command: 'target-proposals' }, schema: { summary: 'Limits that wait for a second person' } },
    (request) => answer<TargetProposalRow[]>(context, request, 'target-proposals', {}),
  );
  for (const [step, command, body, summary] of steps) {
    server.post<{ Params: Static<typeof byId>; Body: Static<typeof accepted> }>(
      `/api/target-changes/:change/${step}`,
      { config: { command }, schema: { summary, params: byId, body } },
      (request) => answer<TargetProposalRow>(context, request, command, { ...request.body, id: request.params.change }),
    );
  }
}

function of({ params: { id: programme, target } }: { readonly params: ByTarget }) {
  return { programme, target };
}
