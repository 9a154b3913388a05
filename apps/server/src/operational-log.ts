import { OwnFault } from '@zhiheng/vocabulary';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';

/** Takes finished lines. */
export interface LineSink {
  write(line: string): unknown;
}

/**
 * The logger of a server. A line names no person, no address, no token and nothing of a query: what the framework adds of
 * its own accord is cut down by the same rule.
 */
export function operationalLog(sink: LineSink | null): FastifyServerOptions['logger'] {
  if (sink === null) return false;
  return {
    level: 'info',
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    stream: { write: (line: string) => void sink.write(line) },
    serializers: { req: () => ({}), res: () => ({}), err: quietError },
    hooks: {
      // Without words of its own a line would take those of the error.
      logMethod(words, write) {
        const [first, text] = words as unknown as [unknown, string | undefined];
        const err = first instanceof Error ? first : (first as { err?: Error }).err;
        write.apply(this, (err === undefined ? words : [{ err }, text ?? 'fault']) as typeof words);
      },
    },
  };
}

/** Writes one line an answered request: method, pattern of the route, status, milliseconds. */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none');
    const milliseconds = Math.round(reply.elapsedTime);
    request.log.info({ method: request.method, route, status: reply.statusCode, milliseconds }, 'answered');
  });
}

/** An error without its words, which may hold what someone sent; our own faults are worded by us. */
function quietError(error: Error) {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = (error as { code?: unknown }).code;
  return {
    type: error.name,
    message: error instanceof OwnFault ? error.message : 'see the code and the frames',
    code: typeof code === 'string' ? code : null,
    stack: frames.map((line) => line.trim()).join('\n'),
  };
}
