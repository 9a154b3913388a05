import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyCompress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import fastifySwagger from '@fastify/swagger';
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { Office } from '@zhiheng/office';
import type { Actor } from '@zhiheng/vocabulary';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { checkHost } from './host-guard.js';
import { identifyRequest } from './identify-request.js';
import { checkIntent } from './intent-guard.js';
import { problemOf } from './problem.js';
import { registerFigureRoutes } from './routes/figures.js';
import { registerLoadRoutes } from './routes/loads.js';
import { registerOfficeRoutes } from './routes/office.js';
import { registerPages } from './routes/pages.js';
import { registerQuarantineRoutes } from './routes/quarantine.js';
import { registerRecordRoutes } from './routes/records.js';
import { registerReleaseRoutes } from './routes/releases.js';
import { registerRunningRoutes } from './routes/running.js';
import { uploadRoutes } from './routes/uploads.js';
import { Uploads } from './uploads.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whoever asks. */
    actor: Actor;
    /** Public name of the session by which this one asks; null without one. */
    session: string | null;
  }
}

export interface ServerOptions {
  readonly office: Office;
  /** Whoever asks as long as the office has no accounts. */
  readonly operator: Actor;
  readonly host: string;
  /** Folder of the built pages. */
  readonly webFolder: string;
  readonly logger: FastifyServerOptions['logger'];
  /** Bytes that one uploaded file may have; left out: 16 GiB. */
  readonly uploadLimit?: number;
}

const usualUploadLimit = 16 * 1024 ** 3;

const securityHeaders = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** The HTTP interface of one office: figures, records, programme, and the pages that show them. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = Fastify({ logger: options.logger ?? false, routerOptions: { maxParamLength: 200 } })
    .setValidatorCompiler(TypeBoxValidatorCompiler)
    .withTypeProvider<TypeBoxTypeProvider>();
  server.decorateRequest('actor');
  server.decorateRequest('session', null);
  server.addHook('onRequest', async (request, reply) => {
    checkHost(request.headers.host, options.host);
    checkIntent(request.method, request.headers);
    reply.headers(securityHeaders);
    const { actor, session } = await identifyRequest(options.office, options.operator, request);
    request.actor = actor;
    request.session = session;
  });
  server.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500) request.log.error(error);
    return reply.status(problem.status).type('application/problem+json').send(problem);
  });
  await server.register(fastifyCompress, { encodings: ['gzip'], threshold: 1024 });
  await server.register(fastifySwagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Zhiheng', version: '0.1.0' } },
  });
  registerOfficeRoutes(server, options);
  registerFigureRoutes(server, options);
  registerRecordRoutes(server, options);
  registerReleaseRoutes(server, options);
  registerQuarantineRoutes(server, options);
  registerRunningRoutes(server, options);
  const uploads = new Uploads(join(options.office.paths.work, 'uploads'), options.uploadLimit ?? usualUploadLimit);
  registerLoadRoutes(server, options, uploads);
  await server.register(uploadRoutes(options, uploads));
  server.get('/api/openapi.json', { schema: { hide: true } }, () => server.swagger());
  if (existsSync(options.webFolder)) {
    await server.register(fastifyStatic, {
      root: options.webFolder,
      index: false,
      wildcard: false,
      maxAge: '1y',
      immutable: true,
    });
    registerPages(server, options.webFolder);
  }
  await server.ready();
  return server;
}
