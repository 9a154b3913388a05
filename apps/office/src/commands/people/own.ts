import {
  changePassword,
  createKey,
  type Delegation,
  endDelegation,
  giveDelegation,
  listAccounts,
  listDelegations,
  listKeys,
  listRoles,
  listSessions,
  type NewApiKey,
  type NewDelegation,
  readOwnPerson,
  revokeKey,
} from '@zhiheng/accounts';
import { isPermission } from '@zhiheng/rights';
import { type Actor, UserFault } from '@zhiheng/vocabulary';
import type { NewKeyAnswer, OwnAccountAnswer } from '../../answers-people.js';
import { tell } from '../../people/tell.js';
import { type Command, done } from '../command.js';

/** The account that acts. Throws `sign-in-needed` for whoever has none. */
export function ownAccount(actor: Actor): string {
  if (actor.account === null) throw new UserFault('sign-in-needed', { found: actor.person, expected: 'an account' });
  return actor.account;
}

/** One's own account: person, roles, sessions, keys, delegations. */
export const ownAccountShow: Command<object, OwnAccountAnswer> = async (_, { office, actor }) => {
  const room = office.people.accounts;
  const id = ownAccount(actor);
  const account = (await listAccounts(room)).find((one) => one.id === id);
  if (account === undefined) throw new UserFault('not-found', { found: id, values: { name: id } });
  return done({
    ...account,
    personal: await readOwnPerson(room, id),
    roles: await listRoles(room, id),
    sessions: await listSessions(room, id),
    keys: await listKeys(room, id),
    delegations: await listDelegations(room, id),
  });
};

/** Changes one's own password; every other session ends. */
export const passwordChange: Command<{ current: string; next: string }, object> = async (
  { current, next },
  { office, actor, session = null },
) => {
  await changePassword(office.people.accounts, actor, { account: ownAccount(actor), current, next, session });
  return done({});
};

/** Makes an API key of one's own, which carries some of one's rights; its secret is given once. */
export const keyCreate: Command<Omit<NewApiKey, 'account'>, NewKeyAnswer> = async (
  { label, permissions, expiresOn },
  { office, actor },
) => {
  const unknown = permissions.find((one) => !isPermission(one));
  if (unknown !== undefined) {
    throw new UserFault('key-wrong', { found: unknown, values: { what: 'there is no such permission' } });
  }
  return done(
    await createKey(office.people.accounts, actor, { account: ownAccount(actor), label, permissions, expiresOn }),
  );
};

/** Revokes a key: one's own, or that of the account named. */
export const keyRevoke: Command<{ prefix: string; account?: string }, object> = async (
  { prefix, account },
  { office, actor },
) => {
  await revokeKey(office.people.accounts, actor, account ?? ownAccount(actor), prefix);
  return done({});
};

/** The delegations that one has given and received. */
export const delegationList: Command<object, Delegation[]> = async (_, { office, actor }) =>
  done(await listDelegations(office.people.accounts, ownAccount(actor)));

/** Lets another account act in one's place for some days. */
export const delegationGive: Command<NewDelegation, Delegation> = async (given, { office, actor }) => {
  const delegation = await giveDelegation(office.people.accounts, actor, ownAccount(actor), given);
  const { giver, receiver, from, to } = delegation;
  await tell(office, actor, [{ account: receiver, words: 'notice.delegation-given', args: { giver, from, to } }]);
  return done(delegation);
};

/** Ends a delegation at once. */
export const delegationEnd: Command<{ id: string }, object> = async ({ id }, { office, actor }) => {
  await endDelegation(office.people.accounts, actor, id);
  return done({});
};
