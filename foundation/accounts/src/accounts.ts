import type { WorkingCalendar } from '@zhiheng/acts';
import type { Act } from '@zhiheng/ledger';
import { type Actor, UserFault } from '@zhiheng/vocabulary';
import type { Kysely } from 'kysely';
import { type AccountState, type AccountStep, stateAfter } from './account-state.js';
import { endCredentials, endDelegations } from './ending.js';
import { roleGrantFlow } from './role-flow.js';
import { endGrant, grantInstances } from './role-instances.js';
import { type AccountsRoom, change, type Doer, type Step, tablesOf } from './room.js';
import type { AccountTables, Row } from './tables.js';

/** An account without anything personal; its person is read apart, see `readPersons`. */
export interface Account {
  readonly id: string;
  readonly pseudonym: string;
  readonly organisation: string;
  readonly state: AccountState;
  readonly createdAt: string;
}

/** Every account, by id; those that left too. */
export async function listAccounts(room: AccountsRoom): Promise<Account[]> {
  const rows = await tablesOf(room).selectFrom('accounts').selectAll().orderBy('id').execute();
  return rows.map(accountOf);
}

/** Stops an account for a time: its sessions end, its keys and delegations rest. Throws `not-found`, `account-state`. */
export function disableAccount(room: AccountsRoom, doer: Doer, id: string): Promise<void> {
  return change(room, doer, async (step) => {
    await takeStep(step, id, 'disable');
    await endCredentials(step, id, { keys: false });
  });
}

/** Lets a disabled account sign in again. Throws `not-found`, `account-state`. */
export function enableAccount(room: AccountsRoom, doer: Doer, id: string): Promise<void> {
  return change(room, doer, async (step) => {
    await takeStep(step, id, 'enable');
  });
}

/**
 * Someone leaves for good: sessions, links, keys, roles and delegations in both directions end; the name stays taken, since acts
 * hold it. Throws `not-found`, `account-state`.
 */
export async function leaveAccount(room: AccountsRoom, actor: Actor, id: string): Promise<void> {
  const ground = { room, actor, calendar: await room.calendar() };
  return change(room, actor, (step) => leave(step, id, ground));
}

/** Who has someone leave, by which calendar; read before the change begins. */
interface LeavingGround {
  readonly room: AccountsRoom;
  readonly actor: Actor;
  readonly calendar: WorkingCalendar;
}

/** The same within a change under way. */
export async function leave(step: Step, id: string, { room, actor, calendar }: LeavingGround): Promise<void> {
  const under = await takeStep(step, id, 'leave');
  await endCredentials(step, id, { keys: true });
  await endDelegations(step, id);
  const now = { time: step.time, day: step.today, calendar };
  const open = await grantInstances(room).open(roleGrantFlow, step.transaction);
  for (const instance of open.filter(({ facts }) => facts.account === id)) {
    await endGrant(room, step, instance, { actor, now, under });
  }
  const held = step.database.updateTable('account_roles').where('account', '=', id);
  await held.where('state', 'in', ['proposed', 'granted']).set({ state: 'withdrawn', decided_at: step.time }).execute();
}

async function takeStep(step: Step, id: string, name: AccountStep): Promise<Act> {
  const { state: before } = await findAccount(step.database, id);
  const after = stateAfter(before, name);
  if (after === null) throw wrongState(id, before);
  await step.database.updateTable('accounts').set({ state: after }).where('id', '=', id).execute();
  const kinds = { accept: 'accepted', disable: 'disabled', enable: 'enabled', leave: 'left' } as const;
  return step.note(`account-${kinds[name]}`, id, { state: before }, { state: after });
}

/** The row of an account. Throws `not-found`. */
export async function findAccount(database: Kysely<AccountTables>, id: string): Promise<Row<'accounts'>> {
  const row = await database.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new UserFault('not-found', { found: id, values: { name: id } });
  return row;
}

/** The fault of an account in a state in which this cannot be done. */
export function wrongState(id: string, state: AccountState): UserFault {
  return new UserFault('account-state', { found: id, values: { state } });
}

/** An account from its row. */
export function accountOf({ id, pseudonym, organisation, state, created_at: createdAt }: Row<'accounts'>): Account {
  return { id, pseudonym, organisation, state, createdAt };
}
