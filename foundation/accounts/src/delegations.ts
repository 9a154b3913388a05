import { type Role, UserFault } from '@zhiheng/vocabulary';
import { canonicalText } from '@zhiheng/vocabulary/canonical';
import type { Kysely } from 'kysely';
import { findAccount, wrongState } from './accounts.js';
import { type Delegation, delegatedRoles, rolesOn } from './delegation.js';
import { readGrants } from './roles.js';
import { type AccountsRoom, change, type Doer, type Step, tablesOf } from './room.js';
import type { AccountTables, Row } from './tables.js';
import { newName } from './token.js';
import { demandValidity } from './validity.js';

export interface NewDelegation {
  readonly receiver: string;
  readonly roles: readonly Role[];
  readonly from: string;
  readonly to: string;
}

/**
 * An account lets another act in its place. Only roles that it holds itself, never in a third one's place. Throws `delegation-wrong`,
 * `validity-wrong`, `not-found`, `account-state`.
 */
export async function giveDelegation(
  room: AccountsRoom,
  doer: Doer,
  giver: string,
  given: NewDelegation,
): Promise<Delegation> {
  const { receiver, roles, from, to } = given;
  const wrong = (what: string, found: string) => new UserFault('delegation-wrong', { found, values: { what } });
  if (doer.person !== `account:${giver}` || doer.onBehalfOf !== null)
    throw wrong('only the account itself gives it', giver);
  if (receiver === giver) throw wrong('nobody stands in for himself', receiver);
  if (roles.length === 0) throw wrong('it names no role', receiver);
  demandValidity(given, room.settings.delegationDaysAtMost);
  return change(room, doer, async ({ database, today, note }) => {
    if (to < today) throw wrong('its days are over', to);
    await demandActive(database, giver);
    await demandActive(database, receiver);
    const held = rolesOn(await readGrants(database, giver), today).map(({ role }) => role);
    const foreign = roles.find((role) => !held.includes(role));
    if (foreign !== undefined) throw wrong('the account does not hold this role itself', foreign);
    const texts = { roles: canonicalText([...new Set(roles)].sort()), from_on: from, to_on: to };
    const row = { id: newName(room.random), giver, receiver, ...texts, ended_at: null };
    await database.insertInto('account_delegations').values(row).execute();
    await note('delegation-given', giver, null, { delegation: row.id, receiver, roles: [...roles], from, to });
    return delegationOf(row);
  });
}

/** Ends a delegation at once. Throws `not-found`. */
export function endDelegation(room: AccountsRoom, doer: Doer, id: string): Promise<void> {
  return change(room, doer, async ({ database, time, note }) => {
    const open = database.updateTable('account_delegations').set({ ended_at: time }).where('id', '=', id);
    const row = await open.where('ended_at', 'is', null).returning('giver').executeTakeFirst();
    if (row === undefined) throw new UserFault('not-found', { values: { name: id } });
    await note('delegation-ended', row.giver, null, { delegation: id });
  });
}

/** The delegations that an account has given or received, or all; ended ones too. */
export function listDelegations(room: AccountsRoom, account?: string): Promise<Delegation[]> {
  return readDelegations(tablesOf(room), account);
}

/** Lets a session act in the place of an absent colleague, or in its own again (null). Throws `delegation-wrong`, `not-found`. */
export function actFor(room: AccountsRoom, doer: Doer, session: string, giver: string | null): Promise<void> {
  return change(room, doer, async (step) => {
    const { database, note } = step;
    const all = database.selectFrom('account_sessions').selectAll().where('id', '=', session);
    const row = await all.where('ended_at', 'is', null).executeTakeFirst();
    if (row === undefined) throw new UserFault('not-found', { values: { name: session } });
    if (giver !== null && (await standInRoles(step, row.account, giver)).length === 0) {
      throw new UserFault('delegation-wrong', {
        found: giver,
        values: { what: 'no delegation of this account holds today' },
      });
    }
    await database.updateTable('account_sessions').set({ acting_for: giver }).where('id', '=', session).execute();
    await note('acting-for', row.account, { actingFor: row.acting_for }, { actingFor: giver });
  });
}

/** What one account may do in the place of another on a day; nothing where no delegation holds. */
export async function standInRoles(
  { database, today }: Pick<Step, 'today'> & { readonly database: Kysely<AccountTables> },
  receiver: string,
  giver: string,
) {
  const { state } = await findAccount(database, giver);
  if (state !== 'active') return [];
  const grants = await readGrants(database, giver);
  const given = (await readDelegations(database, giver)).filter(
    (one) => one.giver === giver && one.receiver === receiver,
  );
  const ids = new Set(given.flatMap((one) => delegatedRoles(one, grants, today).map(({ id }) => id)));
  return grants.filter(({ id }) => ids.has(id));
}

async function readDelegations(database: Kysely<AccountTables>, account?: string): Promise<Delegation[]> {
  let all = database.selectFrom('account_delegations').selectAll().orderBy('from_on').orderBy('id');
  if (account !== undefined) {
    all = all.where((either) => either.or([either('giver', '=', account), either('receiver', '=', account)]));
  }
  return (await all.execute()).map(delegationOf);
}

async function demandActive(database: Kysely<AccountTables>, id: string): Promise<void> {
  const { state } = await findAccount(database, id);
  if (state !== 'active') throw wrongState(id, state);
}

function delegationOf(row: Row<'account_delegations'>): Delegation {
  const { id, giver, receiver, from_on: from, to_on: to, ended_at: endedAt } = row;
  return { id, giver, receiver, roles: JSON.parse(row.roles) as Role[], from, to, endedAt };
}
