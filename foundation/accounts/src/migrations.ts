import type { MigrationSet } from '@zhiheng/ledger';
import type { Kysely } from 'kysely';
import { bringGrantsIntoFlow } from './grants-in-flow.js';

/** The tables of organisations and accounts, for `Ledger.open`; those of `acts` come before. */
export const accountMigrations: MigrationSet = {
  room: 'accounts',
  migrations: [
    { name: 'organisations and accounts', up: makePeople },
    { name: 'links, sessions and keys', up: makeCredentials },
    { name: 'roles and delegations', up: makeRoles },
    { name: 'grants of two persons in a flow', up: bringGrantsIntoFlow },
  ],
};

/** Columns are text unless named among the whole numbers; `?` behind a name: it may be null. The first is the key. */
async function makeTable(database: Kysely<unknown>, name: string, columns: string, numbers = ''): Promise<void> {
  let table = database.schema.createTable(name);
  for (const [at, column] of columns.split(' ').entries()) {
    const type = numbers.split(' ').includes(column) ? 'integer' : 'text';
    table = table.addColumn(column.replace('?', ''), type, (definition) => {
      if (at === 0) return definition.primaryKey();
      return column.endsWith('?') ? definition : definition.notNull();
    });
  }
  await table.execute();
}

async function makeIndex(database: Kysely<unknown>, table: string, column: string, unique = false): Promise<void> {
  const index = database.schema.createIndex(`${table}_by_${column}`).on(table).column(column);
  await (unique ? index.unique() : index).execute();
}

async function makePeople(database: Kysely<unknown>): Promise<void> {
  await makeTable(database, 'organisations', 'id parent? kind name_hans name_hant name_en area? closed_on?');
  await makeTable(database, 'accounts', 'id pseudonym organisation state password_hash? created_at');
  await makeIndex(database, 'accounts', 'organisation');
}

async function makeCredentials(database: Kysely<unknown>): Promise<void> {
  await makeTable(database, 'account_links', 'token_hash account made_at expires_at spent_at?');
  const session = 'id token_hash account address? started_at seen_at ends_at ended_at? acting_for?';
  await makeTable(database, 'account_sessions', session);
  await makeIndex(database, 'account_sessions', 'token_hash', true);
  await makeIndex(database, 'account_sessions', 'account');
  const key = 'prefix secret_hash account label permissions made_at expires_on revoked_at?';
  await makeTable(database, 'account_keys', key);
  await makeTable(
    database,
    'account_throttles',
    'subject failures last_at blocked_until turned_away',
    'failures turned_away',
  );
}

async function makeRoles(database: Kysely<unknown>): Promise<void> {
  const grant = 'id account role areas from_on to_on? state proposed_by proposed_for? decided_by? decided_at?';
  await makeTable(database, 'account_roles', grant);
  await makeIndex(database, 'account_roles', 'account');
  await makeTable(database, 'account_delegations', 'id giver receiver roles from_on to_on ended_at?');
  await makeIndex(database, 'account_delegations', 'giver');
  await makeIndex(database, 'account_delegations', 'receiver');
}
