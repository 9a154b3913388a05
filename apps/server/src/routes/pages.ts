import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserFault } from '@zhiheng/vocabulary';
import type { FastifyInstance } from 'fastify';

/** Every address that is no file and no interface is a page: the browser finds out which. */
export function registerPages(server: FastifyInstance, webFolder: string): void {
  server.setNotFoundHandler((request) => {
    throw new UserFault('not-found', { found: request.url, values: { name: request.url } });
  });
  server.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const [path = ''] = request.url.split('?');
    if (path.startsWith('/api/') || path.startsWith('/assets/')) {
      throw new UserFault('not-found', { found: path, values: { name: path } });
    }
    const page = await readFile(join(webFolder, 'index.html'), 'utf8');
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  });
}
