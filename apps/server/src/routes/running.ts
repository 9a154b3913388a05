import { PassThrough } from 'node:stream';
import { type LoadFaultsAnswer, type RunningJob, runningJobs } from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, type RouteContext } from './route-context.js';

const byId = Type.Object({ id: Type.String({ maxLength: 64 }) });
/** A comment line now and then keeps what stands between from closing a quiet connection. */
const pulse = 20_000;
/** Then whoever listens asks anew: someone who has lost the right hears no more. */
const listening = 300_000;

/** Heavy work: what runs, its events as they come, and stopping it. */
export function registerRunningRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get(
    '/api/running',
    { config: { command: 'running' }, schema: { summary: 'Heavy work that runs or has just ended' } },
    (request) => answer<RunningJob[]>(context, request, 'running', {}),
  );
  server.delete<{ Params: Static<typeof byId> }>(
    '/api/running/:id',
    { config: { command: 'cancel' }, schema: { summary: 'Stop running work', params: byId } },
    (request) => answer<RunningJob>(context, request, 'cancel', request.params),
  );
  server.get<{ Params: Static<typeof byId> }>(
    '/api/running/:id/faults',
    {
      config: { command: 'load-faults' },
      schema: { summary: 'What was found wrong in the files of a load, for whoever began it', params: byId },
    },
    (request) => answer<LoadFaultsAnswer>(context, request, 'load-faults', request.params),
  );

  const open = new Set<PassThrough>();
  server.addHook('preClose', async () => {
    for (const events of open) events.end();
  });
  server.get(
    '/api/running/events',
    {
      compress: false,
      config: { permission: 'running:read' },
      schema: { summary: 'Server-Sent Events: each job at every change' },
    },
    (_, reply) => {
      const events = new PassThrough();
      const say = (job: RunningJob) => events.write(`event: job\ndata: ${JSON.stringify(job)}\n\n`);
      for (const job of runningJobs(context.office).list()) if (job.state === 'running') say(job);
      events.write(': ready\n\n');
      const stop = runningJobs(context.office).listen(say);
      const beat = setInterval(() => events.write(': still here\n\n'), pulse);
      const over = setTimeout(() => events.end(), listening);
      open.add(events);
      reply.raw.on('close', () => {
        stop();
        clearInterval(beat);
        clearTimeout(over);
        open.delete(events);
        events.destroy();
      });
      return reply.type('text/event-stream').header('connection', 'close').send(events);
    },
  );
}
