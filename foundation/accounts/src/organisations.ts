import { type Day, UserFault } from '@zhiheng/vocabulary';
import type { Kysely } from 'kysely';
import { demandClosable, demandPlace, type Organisation } from './organisation-tree.js';
import { type AccountsRoom, change, type Doer, tablesOf } from './room.js';
import type { AccountTables, Row } from './tables.js';

export type NewOrganisation = Omit<Organisation, 'closedOn'>;

/** Every organisation, by its name in the tree; closed ones too. */
export function listOrganisations(room: AccountsRoom): Promise<Organisation[]> {
  return readOrganisations(tablesOf(room));
}

/** Adds an organisation to the tree. Throws `name-taken`, `organisation-wrong`. */
export async function addOrganisation(room: AccountsRoom, doer: Doer, added: NewOrganisation): Promise<Organisation> {
  const organisation = { ...added, closedOn: null };
  await change(room, doer, async ({ database, note }) => {
    demandOrganisation(added, await readOrganisations(database));
    await database.insertInto('organisations').values(rowOf(added)).execute();
    await note('organisation-added', organisation.id, null, { ...organisation });
  });
  return organisation;
}

/** Adds those of a list that are not there yet, in one act; gives their ids. The list names each before those below it. */
export function seedOrganisations(room: AccountsRoom, doer: Doer, list: readonly NewOrganisation[]): Promise<string[]> {
  return change(room, doer, async ({ database, note }) => {
    const held = await readOrganisations(database);
    const missing = list.filter(({ id }) => !held.some((one) => one.id === id));
    if (missing.length === 0) return [];
    for (const one of missing) {
      demandOrganisation(one, held);
      held.push({ ...one, closedOn: null });
      await database.insertInto('organisations').values(rowOf(one)).execute();
    }
    const ids = missing.map(({ id }) => id);
    await note('organisations-seeded', 'organisations', null, ids);
    return ids;
  });
}

/** Puts an organisation, with all below it, under another. Throws `not-found`, `organisation-wrong`. */
export function moveOrganisation(room: AccountsRoom, doer: Doer, id: string, parent: string): Promise<void> {
  return change(room, doer, async ({ database, note }) => {
    const held = await readOrganisations(database);
    const before = held.find((one) => one.id === id);
    if (before === undefined) throw new UserFault('not-found', { values: { name: id } });
    demandPlace(held, id, parent);
    await database.updateTable('organisations').set({ parent }).where('id', '=', id).execute();
    await note('organisation-moved', id, { parent: before.parent }, { parent });
  });
}

/** Closes an organisation. Throws `not-found`, or `organisation-wrong` while accounts or open organisations belong to it. */
export function closeOrganisation(room: AccountsRoom, doer: Doer, id: string): Promise<Day> {
  return change(room, doer, async ({ database, note, today }) => {
    const there = database.selectFrom('accounts').select('id').where('organisation', '=', id);
    const members = await there.where('state', '!=', 'left').execute();
    demandClosable(await readOrganisations(database), id, members.length);
    await database.updateTable('organisations').set({ closed_on: today }).where('id', '=', id).execute();
    await note('organisation-closed', id, { closedOn: null }, { closedOn: today });
    return today;
  });
}

/** Throws `organisation-wrong` unless it is there and open. */
export async function demandOpen(database: Kysely<AccountTables>, id: string): Promise<void> {
  const row = await database.selectFrom('organisations').select('closed_on').where('id', '=', id).executeTakeFirst();
  if (row !== undefined && row.closed_on === null) return;
  const what = row === undefined ? 'there is no such organisation' : 'the organisation is closed';
  throw new UserFault('organisation-wrong', { found: id, values: { what } });
}

function demandOrganisation(added: NewOrganisation, held: readonly Organisation[]): void {
  const wrong = (what: string, found: string) => new UserFault('organisation-wrong', { found, values: { what } });
  if (!/^[a-z][a-z0-9-]{1,63}$/.test(added.id)) throw wrong('an id has small letters, digits and hyphens', added.id);
  if (held.some(({ id }) => id === added.id)) throw new UserFault('name-taken', { values: { name: added.id } });
  if (added.area !== null && !/^(?:CN|\d{6})$/.test(added.area)) throw wrong('not an area code', added.area);
  if (Object.values(added.names).some((name) => name.trim() === '')) throw wrong('a name is missing', added.id);
  demandPlace(held, added.id, added.parent);
}

async function readOrganisations(database: Kysely<AccountTables>): Promise<Organisation[]> {
  const rows = await database.selectFrom('organisations').selectAll().orderBy('id').execute();
  return rows.map(organisationOf);
}

function organisationOf(row: Row<'organisations'>): Organisation {
  const { id, parent, kind, area, closed_on: closedOn } = row;
  const names = { 'zh-Hans': row.name_hans, 'zh-Hant': row.name_hant, en: row.name_en };
  return { id, parent, kind, names, area, closedOn };
}

function rowOf({ id, parent, kind, names, area }: NewOrganisation): Row<'organisations'> {
  const { 'zh-Hans': name_hans, 'zh-Hant': name_hant, en: name_en } = names;
  return { id, parent, kind, name_hans, name_hant, name_en, area, closed_on: null };
}
