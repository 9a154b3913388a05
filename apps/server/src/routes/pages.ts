import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import { UserFault } from '@zhiheng/vocabulary';
import type { FastifyInstance } from 'fastify';

const config = { permission: 'pages:read' } as const;

/** The built files, each under its address; every other address that is no interface is a page: the browser finds out which. */
export async function registerPages(server: FastifyInstance, webFolder: string): Promise<void> {
  await server.register(fastifyStatic, { root: webFolder, serve: false, maxAge: '1y', immutable: true });
  for (const file of builtFiles(webFolder)) {
    server.get(`/${file}`, { config, schema: { hide: true } }, (_, reply) => reply.sendFile(file));
  }
  server.get('/*', { config, schema: { hide: true } }, async (request, reply) => {
    const [path = ''] = request.url.split('?');
    if (path.startsWith('/api/') || path.startsWith('/assets/')) {
      throw new UserFault('not-found', { found: path, values: { name: path } });
    }
    const page = await readFile(join(webFolder, 'index.html'), 'utf8');
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  });
}

function builtFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => file !== 'index.html');
}
