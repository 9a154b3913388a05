import { actFor, listDelegations, readOwnPerson } from '@zhiheng/accounts';
import { mightDo, permissionNames } from '@zhiheng/rights';
import { type Actor, UserFault } from '@zhiheng/vocabulary';
import type { SessionAnswer } from '../../answers-people.js';
import type { Office } from '../../office.js';
import { organisationsOf } from '../../people/organisations-of.js';
import { tasksFor, workFor } from '../../people/work-for.js';
import { type Command, done } from '../command.js';

/** Who asks, and what this one may do. */
export const session: Command<object, SessionAnswer> = async (_, { office, actor, session: name = null }) =>
  done(await sessionAnswer(office, actor, name));

/** Acts in the place of an absent colleague from now on, or in one's own again (null). */
export const actForCommand: Command<{ account: string | null }, object> = async (
  { account },
  { office, actor, session: name },
) => {
  if (name === undefined || name === null) throw new UserFault('sign-in-needed');
  await actFor(office.people.accounts, actor, name, account);
  return done({});
};

async function sessionAnswer(office: Office, actor: Actor, name: string | null): Promise<SessionAnswer> {
  const { person, kind, account, roles, areas, onBehalfOf } = actor;
  const organisation =
    actor.organisation === null
      ? undefined
      : (await organisationsOf(office)).find(({ id }) => id === actor.organisation);
  return {
    accounts: await office.hasAccounts(),
    ...{ person, kind, account, roles, areas, onBehalfOf },
    displayName:
      account === null ? null : ((await readOwnPerson(office.people.accounts, account))?.displayName ?? null),
    organisation: organisation === undefined ? null : { id: organisation.id, names: organisation.names },
    session: name,
    mayDo: permissionNames.filter((permission) => mightDo(actor, permission)),
    standsInFor: account === null ? [] : await colleagues(office, account),
    waiting: account === null ? 0 : await waiting(office, actor, account),
  };
}

/** Those in whose place an account may act today. */
async function colleagues(office: Office, account: string): Promise<string[]> {
  const today = office.today();
  const all = await listDelegations(office.people.accounts, account);
  const held = all.filter((one) => one.receiver === account && one.endedAt === null);
  return [...new Set(held.filter(({ from, to }) => from <= today && today <= to).map(({ giver }) => giver))].sort();
}

async function waiting(office: Office, actor: Actor, account: string): Promise<number> {
  const unread = await office.people.notices.of(account, { unread: true });
  const work = await workFor(office, actor);
  return unread.length + work.length + (await tasksFor(office, actor)).length;
}
