import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyCompress from '@fastify/compress';
import fastifySwagger from '@fastify/swagger';
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { Office } from '@zhiheng/office';
import type { Actor } from '@zhiheng/vocabulary';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { addAnswerHeaders } from './answer-headers.js';
import { guardRequests } from './guard-requests.js';
import { type LineSink, logRequests, operationalLog } from './operational-log.js';
import { problemOf, waitOf } from './problem.js';
import { isAmong, type ReachOptions, reachOf } from './reach.js';
import { limitBodies, limitRequests, type RequestLimits, usualLimits } from './request-limits.js';
import { demandRules } from './route-rules.js';
import { registerPages } from './routes/pages.js';
import { registerRoutes } from './routes/register-routes.js';
import { type RoomLimits, usualRoom } from './upload-room.js';
import { Uploads } from './uploads.js';

export interface ServerOptions extends ReachOptions {
  readonly office: Office;
  /** Whoever asks as long as the office has no accounts. */
  readonly operator: Actor;
  /** Folder of the built pages. */
  readonly webFolder: string;
  /** Where the operational log goes; null for none. */
  readonly log: LineSink | null;
  /** Bytes that one uploaded file may have; left out: 16 GiB. */
  readonly uploadLimit?: number;
  /** Of all files that wait for a load; left out: `usualRoom`. */
  readonly uploadRoom?: RoomLimits;
  /** Left out: `usualLimits`. */
  readonly limits?: RequestLimits;
}

const usualUploadLimit = 16 * 1024 ** 3;

/** The HTTP interface of one office: figures, records, programme, people, and the pages that show them. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { office, tls, limits = usualLimits } = options;
  const reach = reachOf(options);
  const { proxies } = reach;
  const fail = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const problem = problemOf(error);
    if (problem.status >= 500) request.log.error({ err: error }, 'fault');
    // What is left of such a body is not waited for.
    if (problem.status === 408 || problem.status === 413) reply.header('connection', 'close');
    const wait = waitOf(error, office.clock.now());
    if (wait !== null) reply.header('retry-after', wait);
    return reply.status(problem.status).type('application/problem+json').send(problem);
  };
  const server = Fastify({
    logger: operationalLog(options.log) ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
    trustProxy: proxies === null ? false : (address: string) => isAmong(proxies, address),
    frameworkErrors: fail,
    https: tls ?? null,
  } as object)
    .setValidatorCompiler(TypeBoxValidatorCompiler)
    .withTypeProvider<TypeBoxTypeProvider>() as unknown as FastifyInstance;
  server.setErrorHandler(fail);
  addAnswerHeaders(server, reach.secure);
  logRequests(server);
  limitBodies(server, limits);
  await limitRequests(server, limits);
  demandRules(server);
  guardRequests(server, options, reach);
  await server.register(fastifyCompress, { encodings: ['gzip'], threshold: 1024 });
  await server.register(fastifySwagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Zhiheng', version: '0.1.0' } },
  });
  const { uploadLimit: bytes = usualUploadLimit, uploadRoom: room = usualRoom } = options;
  const uploadLimits = { bytes, quiet: limits.bodyMilliseconds, room };
  const uploads = new Uploads(join(office.paths.work, 'uploads'), uploadLimits, office.clock);
  await registerRoutes(server, { office, secure: reach.secure, limits }, uploads);
  if (existsSync(options.webFolder)) await registerPages(server, options.webFolder);
  await server.ready();
  return server;
}
