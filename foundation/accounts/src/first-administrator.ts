import { type Actor, UserFault } from '@zhiheng/vocabulary';
import { leave } from './accounts.js';
import { invite, type NewAccount } from './invitations.js';
import { makeLink, type OneTimeLink } from './links.js';
import { demandPerson } from './persons.js';
import { actOnGrant, factsOf } from './role-instances.js';
import { grantRow } from './roles.js';
import { type AccountsRoom, change, type Step, tablesOf } from './room.js';
import { newName } from './token.js';

/**
 * The local operator invites the first administrator, the one role that needs no second person. While nobody has used the
 * link another call replaces it, even under another name. Throws `administrator-exists` once an active account is administrator,
 * and what `inviteAccount` throws.
 */
export async function inviteFirstAdministrator(
  room: AccountsRoom,
  operator: Actor,
  invited: NewAccount,
): Promise<OneTimeLink> {
  demandPerson(invited.person);
  const calendar = await room.calendar();
  return change(room, operator, async (step) => {
    const held = await administrators(step);
    const active = held.find(({ state }) => state === 'active');
    if (active !== undefined) throw new UserFault('administrator-exists', { found: active.id });
    const waiting = held.filter(({ state }) => state === 'invited');
    if (waiting.some(({ id }) => id === invited.id)) {
      const link = await makeLink(room, step, invited.id);
      await step.note('link-made', invited.id, null, { expiresAt: link.expiresAt });
      return link;
    }
    for (const { id } of waiting) await leave(step, id, { room, actor: operator, calendar });
    const link = await invite(room, step, invited);
    const [role, areas, from, to] = ['administrator', 'everywhere', step.today, null] as const;
    const row = grantRow({ id: newName(room.random), account: invited.id, role, areas, from, to }, operator);
    await step.database
      .insertInto('account_roles')
      .values({ ...row, state: 'granted', decided_at: step.time })
      .execute();
    await actOnGrant(room, step, {
      ...{ id: row.id, version: 0, act: 'appoint', actor: operator, account: invited.id, state: 'granted' },
      now: { time: step.time, day: step.today, calendar },
      tells: { grant: row.id, role, areas, from, to, first: true },
      facts: factsOf({ account: invited.id, role, areas, from, to }),
    });
    return link;
  });
}

/** Whether an administrator has ever set a password here: from then on nobody acts without an account. */
export async function hasAdministrator(room: AccountsRoom): Promise<boolean> {
  const row = await tablesOf(room)
    .selectFrom('account_roles')
    .innerJoin('accounts', 'accounts.id', 'account_roles.account')
    .select('accounts.id')
    .where('account_roles.role', '=', 'administrator')
    .where('accounts.password_hash', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the office has an administrator who can sign in, or one who is invited. */
function administrators({ database, today }: Step) {
  return database
    .selectFrom('account_roles')
    .innerJoin('accounts', 'accounts.id', 'account_roles.account')
    .select(['accounts.id', 'accounts.state'])
    .distinct()
    .where('account_roles.role', '=', 'administrator')
    .where('account_roles.state', '=', 'granted')
    .where((open) => open.or([open('account_roles.to_on', 'is', null), open('account_roles.to_on', '>=', today)]))
    .orderBy('accounts.id')
    .execute();
}
