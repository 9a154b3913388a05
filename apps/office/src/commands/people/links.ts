import { type AskedRenewal, confirmRenewal, type OneTimeLink, renewLink, turnDownRenewal } from '@zhiheng/accounts';
import { tell } from '../../people/tell.js';
import { type Command, type CommandContext, done } from '../command.js';

/**
 * A new one-time link in place of an older one; for an account with a password only asked for where another administrator can confirm it. The
 * account is told either way.
 */
export const accountLink: Command<{ account: string }, OneTimeLink | AskedRenewal> = async ({ account }, context) => {
  const renewed = await renewLink(context.office.people.accounts, context.actor, account);
  await tellOwner(context, account, 'token' in renewed ? 'notice.link-made' : 'notice.link-asked');
  return done(renewed);
};

/** Confirms a link that another administrator asked for, and gives it. */
export const linkConfirm: Command<{ renewal: string }, OneTimeLink> = async ({ renewal }, context) => {
  const link = await confirmRenewal(context.office.people.accounts, context.actor, renewal);
  await tellOwner(context, link.account, 'notice.link-made');
  return done(link);
};

/** Turns such a link down. */
export const linkTurnDown: Command<{ renewal: string }, object> = async ({ renewal }, { office, actor }) => {
  await turnDownRenewal(office.people.accounts, actor, renewal);
  return done({});
};

async function tellOwner({ office, actor }: CommandContext, account: string, words: string): Promise<void> {
  await tell(office, actor, [{ account, words, args: { by: actor.person } }]);
}
