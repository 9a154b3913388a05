import {
  confirmRole,
  giveRole,
  listRoles,
  type NewGrant,
  type RoleGrant,
  rolesOfTwo,
  turnDownRole,
  withdrawRole,
} from '@zhiheng/accounts';
import { demandRight } from '@zhiheng/rights';
import { tell } from '../../people/tell.js';
import type { CommandContext } from '../command.js';
import { type Command, done } from '../command.js';

/** Roles of an account, or of all, with those proposed, withdrawn and past. */
export const roleList: Command<{ account?: string }, RoleGrant[]> = async ({ account }, { office }) =>
  done(await listRoles(office.people.accounts, account));

/** Gives a role, or proposes it where a second person has to confirm. */
export const roleGive: Command<NewGrant, RoleGrant> = async (given, context) => {
  const { office, actor } = context;
  if (rolesOfTwo.includes(given.role)) {
    demandRight(actor, 'roles:propose', { doneBy: [`account:${given.account}`] });
  }
  return told(await giveRole(office.people.accounts, actor, given), context);
};

/** Confirms a role that another person proposed. */
export const roleConfirm: Command<{ grant: string }, RoleGrant> = async ({ grant }, context) =>
  told(await confirmRole(context.office.people.accounts, context.actor, grant), context);

/** Turns a proposed role down. */
export const roleTurnDown: Command<{ grant: string }, RoleGrant> = async ({ grant }, context) =>
  told(await turnDownRole(context.office.people.accounts, context.actor, grant), context);

/** Takes a granted role away at once. */
export const roleWithdraw: Command<{ grant: string }, RoleGrant> = async ({ grant }, context) =>
  told(await withdrawRole(context.office.people.accounts, context.actor, grant), context);

async function told(grant: RoleGrant, { office, actor }: CommandContext) {
  const { account, role, state, from } = grant;
  if (state !== 'proposed') {
    await tell(office, actor, [{ account, words: `notice.role-${state}`, args: { role, from } }]);
  }
  return done(grant);
}
