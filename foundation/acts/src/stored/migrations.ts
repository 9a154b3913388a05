import type { MigrationSet } from '@zhiheng/ledger';
import type { Kysely } from 'kysely';

/** The tables of this room, for `Ledger.open`. */
export const actsMigrations: MigrationSet = {
  room: 'acts',
  migrations: [
    { name: 'instances and their history', up: makeInstances },
    { name: 'days of the calendar', up: makeCalendar },
    { name: 'notices', up: makeNotices },
    { name: 'letters that failed', up: makeLetters },
  ],
};

async function makeInstances(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('acts_instances')
    .addColumn('flow', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('flow_version', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('open', 'integer', (column) => column.notNull())
    .addColumn('organisation', 'text')
    .addColumn('holder', 'text')
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('clocks', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('acts_instances_key', ['flow', 'id'])
    .execute();
  await database.schema.createIndex('acts_instances_open').on('acts_instances').columns(['open', 'flow']).execute();
  await database.schema
    .createTable('acts_history')
    .addColumn('flow', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('from_state', 'text')
    .addColumn('to_state', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('on_behalf_of', 'text')
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('input', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('acts_history_key', ['flow', 'id', 'version'])
    .execute();
}

async function makeCalendar(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('acts_calendar')
    .addColumn('act', 'bigint', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('date', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('on_behalf_of', 'text')
    .addColumn('time', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('acts_calendar_key', ['act', 'place'])
    .execute();
}

async function makeNotices(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('acts_notices')
    .addColumn('act', 'bigint', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('args', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('read_at', 'text')
    .addColumn('mailed_at', 'text')
    .addPrimaryKeyConstraint('acts_notices_key', ['act', 'place'])
    .execute();
  await database.schema.createIndex('acts_notices_of').on('acts_notices').columns(['account', 'act']).execute();
}

async function makeLetters(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('acts_letters')
    .addColumn('notice', 'text', (column) => column.notNull().primaryKey())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('failed_at', 'text', (column) => column.notNull())
    .addColumn('fault', 'text', (column) => column.notNull())
    .addColumn('next_at', 'text')
    .execute();
}
