import type { IncomingHttpHeaders } from 'node:http';
import { UserFault } from '@zhiheng/vocabulary';
import { keyShownIn } from './identify-request.js';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a changing request that does not come from the served pages: it must carry their own `Origin` and the header
 * `x-zhiheng: 1`. A form on another page can send neither the one nor the other, nor an API key: a request that shows one needs
 * no more. Throws `not-allowed`.
 */
export function checkIntent(method: string, headers: IncomingHttpHeaders, expected: string): void {
  if (reading.has(method) || keyShownIn(headers) !== null) return;
  if (headers.origin !== expected) {
    throw new UserFault('not-allowed', { place: { field: 'Origin' }, found: headers.origin ?? 'nothing', expected });
  }
  const mark = headers['x-zhiheng'];
  if (mark !== '1') {
    const found = typeof mark === 'string' ? mark : 'nothing';
    throw new UserFault('not-allowed', { place: { field: 'x-zhiheng' }, found, expected: '1' });
  }
}
