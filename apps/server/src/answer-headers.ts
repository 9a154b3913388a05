import type { FastifyInstance } from 'fastify';

const headers = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};
const onlyTls = { 'strict-transport-security': 'max-age=31536000' };

/** Headers of every answer, refused ones too; figures and records are never kept by what stands between. */
export function addAnswerHeaders(server: FastifyInstance, secure: boolean): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    if (secure) reply.headers(onlyTls);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}
