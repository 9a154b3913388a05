import {
  disableAccount,
  enableAccount,
  erasePerson,
  inviteAccount,
  leaveAccount,
  listAccounts,
  listRoles,
  type NewAccount,
  type OneTimeLink,
  readPersons,
} from '@zhiheng/accounts';
import { demandRight, mayDo } from '@zhiheng/rights';
import type { AccountRow } from '../../answers-people.js';
import { removeLetters } from '../../mail/letters.js';
import { beginOrganisations } from '../../people/organisations-of.js';
import { type Command, type CommandContext, done } from '../command.js';

export interface AccountListInput {
  /** Left out: every organisation for those who may see all accounts, else one's own. */
  readonly organisation?: string;
  /** Names and addresses too: a read of personal data, which is written down. */
  readonly names?: boolean;
}

/** Accounts with their roles. */
export const accountList: Command<AccountListInput, AccountRow[]> = async (input, { office, actor }) => {
  const room = office.people.accounts;
  const all = mayDo(actor, 'accounts:read').allowed;
  const organisation = input.organisation ?? (all ? undefined : actor.organisation);
  const accounts = (await listAccounts(room)).filter(
    (one) => organisation === undefined || one.organisation === organisation,
  );
  if (input.names === true) demandRight(actor, 'personal-data:read', { organisation: organisation ?? null });
  const ids = accounts.map(({ id }) => id);
  const persons =
    input.names === true && ids.length > 0 ? await readPersons(room, actor, ids) : new Map<string, null>();
  const roles = await listRoles(room);
  return done(
    accounts.map(({ pseudonym: _, ...account }) => ({
      ...account,
      personal: persons.get(account.id) ?? null,
      roles: roles.filter((role) => role.account === account.id),
    })),
  );
};

/** Invites someone; the link sets the password. */
export const accountInvite: Command<NewAccount, OneTimeLink> = async (invited, { office, actor }) => {
  await beginOrganisations(office, actor);
  return done(await inviteAccount(office.people.accounts, actor, invited));
};

type Change = (
  room: CommandContext['office']['people']['accounts'],
  actor: CommandContext['actor'],
  account: string,
) => Promise<void>;

const changing =
  (change: Change): Command<{ account: string }, object> =>
  async ({ account }, { office, actor }) => {
    await change(office.people.accounts, actor, account);
    return done({});
  };

/** Stops an account for a time. */
export const accountDisable = changing(disableAccount);

/** Lets a disabled account sign in again. */
export const accountEnable = changing(enableAccount);

/** Someone leaves for good. */
export const accountLeave = changing(leaveAccount);

/** Erases who stood behind an account that has left, and letters to it that still lie in the outbox. */
export const accountErase: Command<{ account: string }, object> = async ({ account }, { office, actor }) => {
  await erasePerson(office.people.accounts, actor, account);
  await removeLetters(office, account);
  return done({});
};
