import { UserFault } from '@zhiheng/vocabulary';
import type { FastifyRequest } from 'fastify';
import { isAmong, type Reach } from './reach.js';

/**
 * Refuses requests that name another host than the one served: a page elsewhere cannot reach the office by pointing a
 * name of its own at this machine. Behind a proxy only the proxy may connect. Gives the origin of the served pages. Throws
 * `not-allowed`.
 */
export function checkHost({ headers, raw }: Pick<FastifyRequest, 'headers' | 'raw'>, reach: Reach): string {
  const peer = raw.socket.remoteAddress ?? '';
  if (reach.proxies !== null && !isAmong(reach.proxies, peer)) {
    throw new UserFault('not-allowed', { place: { field: 'address' }, expected: 'a proxy named with --proxy-address' });
  }
  const origin = reach.originFor(headers.host);
  if (origin !== null) return origin;
  throw new UserFault('not-allowed', {
    place: { field: 'Host' },
    found: headers.host ?? 'nothing',
    expected: reach.expectedHost,
  });
}
