import { type Surface, UserFault } from '@zhiheng/vocabulary';
import { stateAfter } from './account-state.js';
import { findAccount, wrongState } from './accounts.js';
import { endCredentials } from './ending.js';
import { findLink, makeLink, type OneTimeLink } from './links.js';
import { demandOpen } from './organisations.js';
import { demandPassword, hashPassword } from './password.js';
import { contentOf, demandPerson, type Person } from './persons.js';
import { type AccountsRoom, change, type Doer, doerOf, type Step, tablesOf } from './room.js';
import { forgetFailures } from './throttling.js';
import { newName } from './token.js';

export interface NewAccount {
  /** The name to sign in with: small letters, digits, dots and hyphens. */
  readonly id: string;
  readonly organisation: string;
  readonly person: Person;
}

/** Invites an account; the link sets its password. Throws `account-wrong`, `person-wrong`, `name-taken`, `organisation-wrong`. */
export async function inviteAccount(room: AccountsRoom, doer: Doer, invited: NewAccount): Promise<OneTimeLink> {
  demandPerson(invited.person);
  return change(room, doer, (step) => invite(room, step, invited));
}

/** The same within a change under way. */
export async function invite(room: AccountsRoom, step: Step, invited: NewAccount): Promise<OneTimeLink> {
  const { id, organisation, person } = invited;
  if (!/^[a-z][a-z0-9.-]{1,31}$/.test(id)) {
    throw new UserFault('account-wrong', { found: id, expected: 'small letters, digits, dots and hyphens, 2 to 32' });
  }
  const { database, personal, time, note } = step;
  const taken = await database.selectFrom('accounts').select('id').where('id', '=', id).executeTakeFirst();
  if (taken !== undefined) throw new UserFault('name-taken', { values: { name: id } });
  await demandOpen(database, organisation);
  const pseudonym = newName(room.random);
  const commitment = await personal.put(pseudonym, contentOf(person));
  const row = { id, pseudonym, organisation, state: 'invited', password_hash: null, created_at: time } as const;
  await database.insertInto('accounts').values(row).execute();
  const link = await makeLink(room, step, id);
  await note('account-invited', id, null, { organisation, pseudonym, commitment, expiresAt: link.expiresAt });
  return link;
}

/**
 * Uses a one-time link: sets the password and makes an invited account active; for an active one (a password that was
 * forgotten) ends its sessions. Gives the account. Throws `link-wrong`, `password-weak`, `account-state`.
 */
export async function useLink(
  room: AccountsRoom,
  { token, password, surface }: { readonly token: string; readonly password: string; readonly surface: Surface },
): Promise<string> {
  const { account } = await findLink(tablesOf(room), token, room.clock().toISOString());
  demandPassword(password, [account], room.settings);
  const hash = await hashPassword(password, room.random);
  return change(room, doerOf(account, surface), async (step) => {
    const { database, time, note } = step;
    await findLink(database, token, time);
    const { state: before } = await findAccount(database, account);
    const after = before === 'active' ? before : stateAfter(before, 'accept');
    if (after === null) throw wrongState(account, before);
    // The link is spent with everything else that an older password opened.
    await endCredentials(step, account, { keys: false });
    await forgetFailures(database, account);
    await database
      .updateTable('accounts')
      .set({ state: after, password_hash: hash })
      .where('id', '=', account)
      .execute();
    await note(before === after ? 'password-set' : 'account-accepted', account, { state: before }, { state: after });
    return account;
  });
}
