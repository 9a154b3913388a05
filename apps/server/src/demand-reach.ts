import type { Office } from '@zhiheng/office';
import { UserFault } from '@zhiheng/vocabulary';
import { isLoopback, type ReachOptions } from './reach.js';

/**
 * A server leaves this machine only when every person has an account, and nothing travels in the open: over TLS of its own, or
 * behind a proxy that is stated. Throws `not-allowed`.
 */
export async function demandReach(office: Office, { host, tls, proxy }: ReachOptions): Promise<void> {
  if (isLoopback(host) && proxy === undefined) return;
  const refuse = (expected: string) =>
    new UserFault('not-allowed', { place: { field: 'host' }, found: proxy?.origin ?? host, expected });
  if (tls === undefined && proxy === undefined) {
    throw refuse('--tls-cert and --tls-key, or --behind-proxy; else an address of this machine only');
  }
  if (await office.hasAccounts()) return;
  throw refuse('accounts: start on an address of this machine and use the sign-in link first');
}
