import { carryOut, type Office, type RunningJob } from '@zhiheng/office';
import { OwnFault, type Scope } from '@zhiheng/vocabulary';
import type { FastifyReply } from 'fastify';

export interface RouteContext {
  readonly office: Office;
  readonly person: string;
  /** What the person may see of the records. */
  readonly scope: Scope;
}

/** The answer of a command, as the command line would give it with `--json`. */
export async function answer<Answer>(
  context: RouteContext,
  name: string,
  input: object,
  signal?: AbortSignal,
): Promise<Answer> {
  const { office, person, scope } = context;
  const { json } = await carryOut(name, input, {
    office,
    person,
    scope,
    onProgress: () => {},
    ...(signal && { signal }),
  });
  return json as Answer;
}

/** Begins heavy work and gives its job at once; how it ends is told by the job. `afterwards` runs however it ends. */
export function startJob(
  { office, person, scope }: RouteContext,
  name: string,
  input: object,
  afterwards: () => Promise<void>,
): RunningJob {
  const begun: RunningJob[] = [];
  const onJob = (job: RunningJob) => begun.push(job);
  void carryOut(name, input, { office, person, scope, onProgress: () => {}, onJob })
    .catch(() => undefined)
    .then(afterwards)
    .catch(() => undefined);
  const [job] = begun;
  if (job === undefined) throw new OwnFault(`the command ${name} is not listed while it runs`);
  return job;
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
