import type { Moment, WorkingCalendar } from '@zhiheng/acts';
import { type Actor, UserFault } from '@zhiheng/vocabulary';
import { canonicalText } from '@zhiheng/vocabulary/canonical';
import type { Kysely } from 'kysely';
import { findAccount, wrongState } from './accounts.js';
import { roleGrantFlow } from './role-flow.js';
import {
  type Areas,
  demandRole,
  demandSameAreas,
  type GrantState,
  type NewGrant,
  type RoleGrant,
  rolesOfTwo,
} from './role-grant.js';
import { actOnGrant, decidedBefore, dueToConfirm, factsOf, grantInstances, momentOf } from './role-instances.js';
import { type AccountsRoom, change, type Doer, type Step, tablesOf } from './room.js';
import type { AccountTables, Row } from './tables.js';
import { newName } from './token.js';
import { demandValidity } from './validity.js';

/**
 * Gives a role for some days, or proposes it where a second person has to confirm (`rolesOfTwo`). Nobody gives a role to
 * himself. Throws `role-wrong`, `validity-wrong`, `four-eyes`, `not-found`, `account-state`.
 */
export async function giveRole(room: AccountsRoom, actor: Actor, given: NewGrant): Promise<RoleGrant> {
  const { account, role, areas, from, to } = given;
  demandRole(role, areas);
  demandValidity(given);
  if (isOne(actor, account)) throw new UserFault('four-eyes', { found: actor.person });
  const calendar = await room.calendar();
  return change(room, actor, async (step) => {
    await demandReceiver(step, given);
    const id = newName(room.random);
    const state = rolesOfTwo.includes(role) ? 'proposed' : 'granted';
    const row = {
      ...grantRow({ ...given, id }, actor),
      state,
      decided_at: state === 'granted' ? step.time : null,
    } as const;
    const tells = { grant: id, role, areas, from, to };
    if (state === 'proposed') {
      const opening = {
        id,
        version: 0,
        act: 'propose',
        actor,
        now: nowOf(step, calendar),
        account,
        tells,
        state,
      } as const;
      await actOnGrant(room, step, { ...opening, facts: factsOf(given) });
    } else await step.note(`role-${state}`, account, null, tells);
    await step.database.insertInto('account_roles').values(row).execute();
    return grantOf(row);
  });
}

/**
 * A second person confirms a proposed role: an account, neither the proposer, nor whom the role is for, nor anyone in their place, within
 * the working days that the flow gives. Of two who decide at once one wins and the other is told. Throws `four-eyes`, `decided-already`,
 * `act-refused`, `role-wrong`, `not-found`, `account-state`.
 */
export function confirmRole(room: AccountsRoom, actor: Actor, grant: string): Promise<RoleGrant> {
  return decideOn(room, actor, grant, { act: 'confirm', state: 'granted' });
}

/** Turns a proposed role down; the proposer may, too. Throws `decided-already`, `not-found`. */
export function turnDownRole(room: AccountsRoom, actor: Actor, grant: string): Promise<RoleGrant> {
  return decideOn(room, actor, grant, { act: 'turn-down', state: 'turned-down' });
}

/** Takes a granted role away at once. Throws `not-found`. */
export async function withdrawRole(room: AccountsRoom, actor: Actor, grant: string): Promise<RoleGrant> {
  const { state, role } = await findGrant(tablesOf(room), grant);
  if (state !== 'granted') throw new UserFault('not-found', { found: state, values: { name: grant } });
  if (rolesOfTwo.includes(role)) return decideOn(room, actor, grant, { act: 'withdraw', state: 'withdrawn' });
  return change(room, actor, async (step) => {
    const row = await findGrant(step.database, grant);
    if (row.state !== 'granted') throw new UserFault('not-found', { found: row.state, values: { name: grant } });
    await step.note(
      'role-withdrawn',
      row.account,
      { grant, role, state: row.state },
      { grant, role, state: 'withdrawn' },
    );
    return decided(step, actor, row, 'withdrawn');
  });
}

/** Decides on a grant of two persons, as its flow lets. */
async function decideOn(
  room: AccountsRoom,
  actor: Actor,
  id: string,
  { act, state }: { readonly act: string; readonly state: GrantState },
): Promise<RoleGrant> {
  const { account, role } = await findGrant(tablesOf(room), id);
  const seen = await grantInstances(room).get(roleGrantFlow, id);
  // A role that one person gives was never proposed.
  if (seen === null) throw new UserFault('not-found', { values: { name: id } });
  if (act !== 'withdraw' && seen.state !== 'proposed') throw decidedBefore(seen);
  const calendar = await room.calendar();
  return change(room, actor, async (step) => {
    const tells = { grant: id, role };
    const { version } = seen;
    await actOnGrant(room, step, { id, version, act, actor, now: nowOf(step, calendar), account, tells, state });
    const row = await findGrant(step.database, id);
    if (act === 'confirm') await demandReceiver(step, grantOf(row));
    return decided(step, actor, row, state);
  });
}

/** The moment of a step; the calendar was read before it began. */
function nowOf({ time, today }: Step, calendar: WorkingCalendar): Moment {
  return { time, day: today, calendar };
}

/** The roles of an account, or of all accounts, with those proposed, withdrawn and past; what nobody confirmed in time has lapsed. */
export async function listRoles(room: AccountsRoom, account?: string): Promise<RoleGrant[]> {
  const grants = await readGrants(tablesOf(room), account);
  if (!grants.some(({ state }) => state === 'proposed')) return grants;
  const now = await momentOf(room, room.clock());
  const open = new Map((await grantInstances(room).open(roleGrantFlow)).map((one) => [one.id, one]));
  return grants.map((grant) => {
    const instance = grant.state === 'proposed' ? open.get(grant.id) : undefined;
    const due = instance === undefined ? null : dueToConfirm(instance, now);
    return due === null ? grant : { ...grant, due, state: now.day > due.day ? 'lapsed' : grant.state };
  });
}

/** The same from a database or a transaction. */
export async function readGrants(database: Kysely<AccountTables>, account?: string): Promise<RoleGrant[]> {
  const all = database.selectFrom('account_roles').selectAll().orderBy('account').orderBy('from_on').orderBy('id');
  return (await (account === undefined ? all : all.where('account', '=', account)).execute()).map(grantOf);
}

/** The row of a grant that nobody has decided on yet. */
export function grantRow(grant: NewGrant & { readonly id: string }, doer: Doer): Row<'account_roles'> {
  const { id, account, role, areas, from, to } = grant;
  const scope = areas === 'everywhere' ? areas : [...new Set(areas)].sort();
  const proposal = { state: 'proposed', proposed_by: doer.person, proposed_for: doer.onBehalfOf } as const;
  const texts = { areas: canonicalText(scope), from_on: from, to_on: to };
  return { id, account, role, ...texts, ...proposal, decided_by: null, decided_at: null };
}

async function demandReceiver({ database }: Step, wanted: NewGrant): Promise<void> {
  const { state } = await findAccount(database, wanted.account);
  if (state === 'left') throw wrongState(wanted.account, state);
  demandSameAreas(await readGrants(database, wanted.account), wanted);
}

async function findGrant(database: Kysely<AccountTables>, id: string): Promise<Row<'account_roles'>> {
  const row = await database.selectFrom('account_roles').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new UserFault('not-found', { values: { name: id } });
  return row;
}

async function decided(
  { database, time }: Step,
  actor: Doer,
  row: Row<'account_roles'>,
  state: GrantState,
): Promise<RoleGrant> {
  const decision = { state, decided_by: actor.person, decided_at: time };
  await database.updateTable('account_roles').set(decision).where('id', '=', row.id).execute();
  return grantOf({ ...row, ...decision });
}

const isOne = (doer: Doer, account: string): boolean =>
  doer.person === `account:${account}` || doer.onBehalfOf === account;

function grantOf(row: Row<'account_roles'>): RoleGrant {
  const { id, account, role, state, from_on: from, to_on: to, proposed_by: proposedBy, decided_by: decidedBy } = row;
  const areas = JSON.parse(row.areas) as Areas;
  return { id, account, role, areas, from, to, state, proposedBy, decidedBy, due: null };
}
