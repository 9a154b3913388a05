import type { MyWorkAnswer } from '../../answers-people.js';
import { type Command, done } from '../command.js';
import { ownAccount } from './own.js';
import { proposalsFor } from './session.js';

/** What waits for whoever asks, and what they were told. */
export const myWork: Command<object, MyWorkAnswer> = async (_, { office, actor }) => {
  const account = ownAccount(actor);
  return done({
    proposals: await proposalsFor(office, actor),
    notices: await office.people.notices.of(account),
  });
};

/** Marks a notice of one's own as read. */
export const noticeRead: Command<{ id: string }, object> = async ({ id }, { office, actor }) => {
  await office.people.notices.read(id, actor, office.clock.now().toISOString());
  return done({});
};
