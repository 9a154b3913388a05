import { chmod, mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PassThrough } from 'node:stream';
import { type Credential, carryOut, identify, type Office } from '@zhiheng/office';
import { reportFault } from '@zhiheng/vocabulary';
import Fastify, { type FastifyInstance } from 'fastify';

interface CommandBody {
  readonly name: string;
  readonly input: object;
  readonly credential: Credential;
}

const bodySchema = {
  type: 'object',
  required: ['name', 'input', 'credential'],
  properties: { name: { type: 'string' }, input: { type: 'object' }, credential: { type: 'object' } },
};

/**
 * Listens at the socket of the folder, which only its owner may open, and carries out commands there. An answer is lines of
 * JSON: progress, then one outcome or fault. A caller who goes away stops the work that was done for it.
 */
export async function listenForCommands(office: Office): Promise<FastifyInstance> {
  const { socket } = office.paths;
  await mkdir(dirname(socket), { recursive: true, mode: 0o700 });
  await rm(socket, { force: true });
  const server = Fastify({ logger: false });
  server.post<{ Body: CommandBody }>('/commands', { schema: { body: bodySchema } }, (request, reply) => {
    const { name, input, credential } = request.body;
    const lines = new PassThrough();
    const stop = new AbortController();
    reply.raw.on('close', () => stop.abort());
    const say = (line: object) => lines.write(`${JSON.stringify(line)}\n`);
    const onProgress = (progress: object) => void say({ type: 'progress', progress });
    void identify(office, credential, { kind: 'command', address: null })
      .then((identified) => carryOut(name, input, { office, ...identified, onProgress, signal: stop.signal }))
      .then(
        (outcome) => say({ type: 'outcome', ...outcome }),
        (error: unknown) => say({ type: 'fault', report: reportFault(error) }),
      )
      .finally(() => lines.end());
    return reply.type('application/x-ndjson').send(lines);
  });
  const before = process.umask(0o177);
  try {
    await server.listen({ path: socket });
  } finally {
    process.umask(before);
  }
  await chmod(socket, 0o600);
  return server;
}
