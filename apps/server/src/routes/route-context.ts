import { carryOut, type Office, type RunningJob } from '@zhiheng/office';
import { type Actor, OwnFault } from '@zhiheng/vocabulary';
import type { FastifyReply } from 'fastify';
import type { RequestLimits } from '../request-limits.js';

export interface RouteContext {
  readonly office: Office;
  /** Whether whoever asks comes over TLS. */
  readonly secure: boolean;
  readonly limits: RequestLimits;
}

/** Whoever asks, as a request carries it. */
type Asker = { readonly actor: Actor; readonly session: string | null };

/** The answer of a command to whoever asks, as the command line would give it with `--json`. */
export async function answer<Answer>(
  { office }: RouteContext,
  { actor, session }: Asker,
  name: string,
  input: object,
  signal?: AbortSignal,
): Promise<Answer> {
  const { json } = await carryOut(name, input, {
    office,
    actor,
    session,
    onProgress: () => {},
    ...(signal && { signal }),
  });
  return json as Answer;
}

/** Begins heavy work and gives its job at once; how it ends is told by the job. `afterwards` runs however it ends. */
export async function startJob(
  { office }: RouteContext,
  { actor, session }: Asker,
  name: string,
  input: object,
  afterwards: () => Promise<void>,
): Promise<RunningJob> {
  return new Promise((begin, refuse) => {
    void carryOut(name, input, { office, actor, session, onProgress: () => {}, onJob: begin })
      // Whatever comes after its beginning is told by the job.
      .then(() => refuse(new OwnFault(`the command ${name} is not listed while it runs`)), refuse)
      .then(afterwards)
      .catch(() => undefined);
  });
}

/** Aborts when whoever asked has gone away before the answer. */
export function whileAsked(reply: FastifyReply): AbortSignal {
  const stop = new AbortController();
  reply.raw.on('close', () => stop.abort());
  return stop.signal;
}

/** `a,b` → `['a', 'b']`; nothing → undefined. */
export function listOf(text: string | undefined): string[] | undefined {
  const parts = text?.split(',').filter((part) => part !== '');
  return parts === undefined || parts.length === 0 ? undefined : parts;
}
