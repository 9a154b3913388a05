import { listRoles } from '@zhiheng/accounts';
import type { MyWorkAnswer } from '../../answers-people.js';
import {
  draftsAmong,
  proposalsAmong,
  renewalsAmong,
  tablesAmong,
  targetChangesAmong,
  tasksFor,
  vintagesAmong,
  workFor,
} from '../../people/work-for.js';
import { type Command, done } from '../command.js';
import { ownAccount } from './own.js';

/** What waits for whoever asks, and what they were told. */
export const myWork: Command<object, MyWorkAnswer> = async (_, { office, actor }) => {
  const account = ownAccount(actor);
  const items = await workFor(office, actor);
  return done({
    items,
    proposals: items.length === 0 ? [] : proposalsAmong(items, await listRoles(office.people.accounts)),
    renewals: await renewalsAmong(office, items),
    drafts: await draftsAmong(office, actor, items),
    tables: await tablesAmong(office, actor, items),
    targetChanges: await targetChangesAmong(office, actor, items),
    vintages: await vintagesAmong(office, actor, items),
    tasks: await tasksFor(office, actor),
    notices: await office.people.notices.of(account),
  });
};

/** Marks a notice of one's own as read. */
export const noticeRead: Command<{ id: string }, object> = async ({ id }, { office, actor }) => {
  await office.people.notices.read(id, actor, office.clock.now().toISOString());
  return done({});
};
