import { signOut as endSession, type SignedIn, signIn, signOutEverywhere, useLink } from '@zhiheng/accounts';
import { UserFault } from '@zhiheng/vocabulary';
import { type Command, done } from '../command.js';
import { ownAccount } from './own.js';

export interface SignInInput {
  readonly name: string;
  readonly password: string;
}

/** Signs an account in; the token is given once. */
export const signInCommand: Command<SignInInput, SignedIn> = async ({ name, password }, { office, actor }) =>
  done(await signIn(office.people.accounts, { name, password, surface: actor.surface }));

/** Uses a one-time link: sets the password. */
export const linkUse: Command<{ token: string; password: string }, { account: string }> = async (
  { token, password },
  { office, actor },
) => done({ account: await useLink(office.people.accounts, { token, password, surface: actor.surface }) });

/** Ends the session that asks. */
export const signOut: Command<object, { ended: number }> = async (_, { office, actor, session }) => {
  if (session === undefined || session === null) throw new UserFault('sign-in-needed');
  await endSession(office.people.accounts, actor, ownAccount(actor), session);
  return done({ ended: 1 });
};

/** Ends one session of one's own. */
export const sessionEnd: Command<{ session: string }, { ended: number }> = async ({ session }, { office, actor }) => {
  await endSession(office.people.accounts, actor, ownAccount(actor), session);
  return done({ ended: 1 });
};

/** Ends every session of one's own, this one too. */
export const signOutAll: Command<object, { ended: number }> = async (_, { office, actor }) =>
  done({ ended: await signOutEverywhere(office.people.accounts, actor, ownAccount(actor)) });

/** Ends every session of another account. */
export const accountSignOut: Command<{ account: string }, { ended: number }> = async ({ account }, context) =>
  done({ ended: await signOutEverywhere(context.office.people.accounts, context.actor, account) });
