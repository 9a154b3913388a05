import { UserFault } from '@zhiheng/vocabulary';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True for an address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

/**
 * Refuses requests that name another host than the one served: a page elsewhere cannot reach the office by pointing a
 * name of its own at this machine. Throws `not-allowed`.
 */
export function checkHost(header: string | undefined, servedHost: string): void {
  const name = (header ?? '').replace(/:\d+$/, '').toLowerCase();
  if (loopbackNames.has(name) || name === servedHost.toLowerCase()) return;
  throw new UserFault('not-allowed', { place: { field: 'Host' }, found: header ?? 'nothing', expected: servedHost });
}
