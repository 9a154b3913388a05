import type { Credential } from '@zhiheng/office';
import type { Permission } from '@zhiheng/rights';
import { UserFault } from '@zhiheng/vocabulary';
import { keptSession, sessionsFile } from './kept-sessions.js';

/**
 * What a command shows to say who acts: the session that `login` kept for `--as ACCOUNT`, the API key in `ZHIHENG_KEY`,
 * else that the folder itself is open to this user. Throws `sign-in-needed` for an account without a session.
 */
export function credentialFor(
  account: string | undefined,
  folder: string,
  environment: NodeJS.ProcessEnv = process.env,
): Credential {
  if (account !== undefined) {
    const token = keptSession(sessionsFile(environment), folder, account);
    if (token !== null) return { kind: 'session', token };
    throw new UserFault('sign-in-needed', { place: { field: 'as' }, found: account, expected: 'zhiheng login' });
  }
  const secret = environment.ZHIHENG_KEY;
  return secret === undefined || secret === '' ? { kind: 'operator' } : { kind: 'key', secret };
}

/**
 * For what concerns this machine and no office: the local operator alone may, neither an account nor a key. Throws `not-allowed`,
 * `sign-in-needed`.
 */
export function demandOperator(permission: Permission, account: string | undefined, folder: string): void {
  if (credentialFor(account, folder).kind === 'operator') return;
  throw new UserFault('not-allowed', {
    found: permission,
    expected: 'the local operator, without --as and ZHIHENG_KEY',
  });
}
