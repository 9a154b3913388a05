import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserFault } from '@zhiheng/vocabulary';
import type { FastifyInstance } from 'fastify';

/** Every address that is no file and no interface is a page: the browser finds out which. */
export function registerPages(server: FastifyInstance, webFolder: string): void {
  const page = readFileSync(join(webFolder, 'index.html'), 'utf8');
  server.setNotFoundHandler((request) => {
    if (request.url.startsWith('/api/') || request.url.startsWith('/assets/') || request.method !== 'GET') {
      throw new UserFault('not-found', { found: request.url, values: { name: request.url } });
    }
  });
  server.get('/*', { schema: { hide: true } }, (request, reply) => {
    const [path = ''] = request.url.split('?');
    if (path.startsWith('/api/') || path.startsWith('/assets/')) {
      throw new UserFault('not-found', { found: path, values: { name: path } });
    }
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  });
}
