import { UserFault } from '@zhiheng/vocabulary';
import { findAccount, wrongState } from './accounts.js';
import { endSessions } from './ending.js';
import { demandPassword, hashPassword, passwordFits } from './password.js';
import { type AccountsRoom, change, type Doer, tablesOf } from './room.js';
import { demandAttempt } from './sign-in.js';
import { forgetFailures } from './throttling.js';

export interface PasswordChange {
  readonly account: string;
  readonly current: string;
  readonly next: string;
  /** The session that goes on; every other ends. */
  readonly session: string | null;
}

/**
 * Changes a password and ends the other sessions. A wrong current password is throttled like one at signing in.
 * Throws `password-weak`, `sign-in-throttled`, `sign-in-refused`, `not-found`, `account-state`.
 */
export async function changePassword(
  room: AccountsRoom,
  doer: Doer,
  { account, current, next, session }: PasswordChange,
): Promise<void> {
  const { state, password_hash: stored } = await findAccount(tablesOf(room), account);
  if (state !== 'active') throw wrongState(account, state);
  demandPassword(next, [account], room.settings);
  const { turnedAway } = await demandAttempt(room, account, doer.surface.address);
  const fits = await passwordFits(current, stored);
  const hash = fits ? await hashPassword(next, room.random) : null;
  const changed = await change(room, doer, async (step) => {
    const now = await findAccount(step.database, account);
    if (hash === null || now.password_hash !== stored || now.state !== 'active') {
      await step.note('password-change-failed', account, null, { turnedAway });
      return false;
    }
    await forgetFailures(step.database, account, doer.surface.address);
    await step.database.updateTable('accounts').set({ password_hash: hash }).where('id', '=', account).execute();
    const ended = await endSessions(step, account, session);
    await step.note('password-changed', account, null, { ended });
    return true;
  });
  if (!changed) throw new UserFault('sign-in-refused');
}
