import { type Kysely, PostgresAdapter } from 'kysely';
import { beginning, chainOf } from './chain.js';
import type { LedgerTables } from './ledger-tables.js';
import type { MigrationSet } from './migrations.js';

/** The migration after which a ledger has a head to sign. */
export const signedHeads = 'signed heads';

/** The tables of the ledger itself. */
export const ledgerMigrations: MigrationSet = {
  room: 'ledger',
  migrations: [
    { name: 'acts in a chain', up: makeActs },
    { name: signedHeads, up: makeHeads },
    { name: 'personal data', up: makePersonal },
  ],
};

interface OldAct {
  readonly number: number;
  readonly time: string;
  readonly person: string;
  readonly kind: string;
  readonly object: string;
  readonly hash: string;
}

async function makeActs(database: Kysely<unknown>): Promise<void> {
  const old = await hasOldActs(database);
  if (old) await database.schema.alterTable('acts').renameTo('acts_without_chain').execute();
  await database.schema
    .createTable('acts')
    .addColumn('number', 'bigint', (column) => column.notNull().primaryKey())
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('on_behalf_of', 'text')
    .addColumn('surface', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('object', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addColumn('reads', 'integer', (column) => column.notNull())
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('chain', 'text', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('acts_by_kind').on('acts').columns(['kind', 'object', 'number']).execute();
  await database.schema.createIndex('acts_by_object').on('acts').columns(['object', 'number']).execute();
  await database.schema.createIndex('acts_by_person').on('acts').columns(['person', 'number']).execute();
  if (!old) return;
  await chainOldActs(database as Kysely<LedgerTables & { acts_without_chain: OldAct }>);
  await database.schema.dropTable('acts_without_chain').execute();
}

/**
 * Older folders are files of SQLite. PostgreSQL is not asked for its tables: it would tell those of every schema, and fail where another office
 * leaves the database meanwhile.
 */
async function hasOldActs(database: Kysely<unknown>): Promise<boolean> {
  if (database.getExecutor().adapter instanceof PostgresAdapter) return false;
  return (await database.introspection.getTables()).some(({ name }) => name === 'acts');
}

/** Puts the acts of older folders into the chain, as they stood. */
async function chainOldActs(database: Kysely<LedgerTables & { acts_without_chain: OldAct }>): Promise<void> {
  let previous = beginning;
  for (const old of await database.selectFrom('acts_without_chain').selectAll().orderBy('number').execute()) {
    const row = { ...old, on_behalf_of: null, surface: null, before: null, after: null, reads: 0, previous };
    previous = chainOf(row);
    await database
      .insertInto('acts')
      .values({ ...row, chain: previous })
      .execute();
  }
}

async function makeHeads(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('heads')
    .addColumn('office', 'text', (column) => column.notNull().primaryKey())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('chain', 'text', (column) => column.notNull())
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('signature', 'text', (column) => column.notNull())
    .execute();
}

async function makePersonal(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('personal')
    .addColumn('pseudonym', 'text', (column) => column.notNull().primaryKey())
    .addColumn('salt', 'text')
    .addColumn('content', 'text')
    .addColumn('erased_at', 'text')
    .execute();
}
