import { type Role, UserFault } from '@zhiheng/vocabulary';
import { canonicalText } from '@zhiheng/vocabulary/canonical';
import type { Kysely } from 'kysely';
import { findAccount, wrongState } from './accounts.js';
import { type Areas, demandRole, demandSameAreas, type RoleGrant, rolesOfTwo } from './role-grant.js';
import { type AccountsRoom, change, type Doer, type Step, tablesOf } from './room.js';
import type { AccountTables, Row } from './tables.js';
import { newName } from './token.js';
import { demandValidity, type Validity } from './validity.js';

export interface NewGrant extends Validity {
  readonly account: string;
  readonly role: Role;
  readonly areas: Areas;
}

/**
 * Gives a role for some days, or proposes it where a second person has to confirm (`rolesOfTwo`). Nobody gives a role to
 * himself. Throws `role-wrong`, `validity-wrong`, `four-eyes`, `not-found`, `account-state`.
 */
export async function giveRole(room: AccountsRoom, doer: Doer, given: NewGrant): Promise<RoleGrant> {
  const { account, role, areas } = given;
  demandRole(role, areas);
  demandValidity(given);
  if (isOne(doer, account)) throw new UserFault('four-eyes', { found: doer.person });
  return change(room, doer, async (step) => {
    await demandReceiver(step, given);
    const state = rolesOfTwo.includes(role) ? 'proposed' : 'granted';
    const blank = grantRow({ ...given, id: newName(room.random) }, doer);
    const row = { ...blank, state, decided_at: state === 'granted' ? step.time : null } as const;
    await step.database.insertInto('account_roles').values(row).execute();
    await step.note(`role-${state}`, account, null, { grant: row.id, role, areas, from: given.from, to: given.to });
    return grantOf(row);
  });
}

/**
 * A second person confirms a proposed role: an account, neither the proposer, nor whom the role is for, nor anyone in their place. Of
 * two who decide at once one wins and the other is told. Throws `four-eyes`, `decided-already`, `role-wrong`, `not-found`, `account-state`.
 */
export function confirmRole(room: AccountsRoom, doer: Doer, grant: string): Promise<RoleGrant> {
  return change(room, doer, async (step) => {
    const row = await findProposed(step, grant);
    demandSecondPerson(doer, [row.proposed_by, accountPerson(row.account), accountPerson(row.proposed_for)]);
    await demandReceiver(step, grantOf(row));
    return decide(step, doer, row, 'granted');
  });
}

/** Turns a proposed role down; the proposer may, too. Throws `decided-already`, `not-found`. */
export function turnDownRole(room: AccountsRoom, doer: Doer, grant: string): Promise<RoleGrant> {
  return change(room, doer, async (step) => decide(step, doer, await findProposed(step, grant), 'turned-down'));
}

/** Takes a granted role away at once. Throws `not-found`. */
export function withdrawRole(room: AccountsRoom, doer: Doer, grant: string): Promise<RoleGrant> {
  return change(room, doer, async (step) => {
    const row = await findGrant(step, grant);
    if (row.state !== 'granted') throw new UserFault('not-found', { found: row.state, values: { name: grant } });
    return decide(step, doer, row, 'withdrawn');
  });
}

/** The roles of an account, or of all accounts, with those proposed, withdrawn and past. */
export async function listRoles(room: AccountsRoom, account?: string): Promise<RoleGrant[]> {
  return readGrants(tablesOf(room), account);
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

async function findGrant({ database }: Step, id: string): Promise<Row<'account_roles'>> {
  const row = await database.selectFrom('account_roles').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new UserFault('not-found', { values: { name: id } });
  return row;
}

async function findProposed(step: Step, id: string): Promise<Row<'account_roles'>> {
  const row = await findGrant(step, id);
  if (row.state === 'proposed') return row;
  const values = { who: row.decided_by ?? row.proposed_by, state: row.state, time: row.decided_at ?? '' };
  throw new UserFault('decided-already', { found: row.state, values });
}

async function decide(
  { database, time, note }: Step,
  doer: Doer,
  row: Row<'account_roles'>,
  state: 'granted' | 'turned-down' | 'withdrawn',
): Promise<RoleGrant> {
  const decision = { state, decided_by: doer.person, decided_at: time };
  await database.updateTable('account_roles').set(decision).where('id', '=', row.id).execute();
  const { id: grant, role } = row;
  await note(`role-${state}`, row.account, { grant, role, state: row.state }, { grant, role, state });
  return grantOf({ ...row, ...decision });
}

/** Only an account in person, at a page or the command line, that none of these persons is. */
function demandSecondPerson({ person, onBehalfOf, surface }: Doer, first: readonly (string | null)[]): void {
  const inPerson = person.startsWith('account:') && onBehalfOf === null && surface.kind !== 'key';
  if (!inPerson || first.includes(person)) throw new UserFault('four-eyes', { found: person });
}

const accountPerson = (account: string | null): string | null => (account === null ? null : `account:${account}`);

const isOne = (doer: Doer, account: string): boolean =>
  doer.person === `account:${account}` || doer.onBehalfOf === account;

function grantOf(row: Row<'account_roles'>): RoleGrant {
  const { id, account, role, state, from_on: from, to_on: to, proposed_by: proposedBy, decided_by: decidedBy } = row;
  return { id, account, role, areas: JSON.parse(row.areas) as Areas, from, to, state, proposedBy, decidedBy };
}
