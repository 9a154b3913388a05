import type { MigrationSet } from '@zhiheng/ledger';
import type { Kysely } from 'kysely';
import { makeChangesTable } from '../../changing/changes-table.js';

/** What people decided about what was read, and what was accepted. Times are ISO 8601 in UTC. */
export interface ReviewTables {
  readonly programme_decisions: {
    readonly draft: string;
    readonly field: string;
    /** Counts the decisions about the field, from 1. */
    readonly version: number;
    readonly decision: string;
    /** JSON. */
    readonly value: string | null;
    /** SHA-256 of what the reader had found. */
    readonly read: string;
    readonly note: string | null;
    readonly person: string;
    readonly time: string;
  };
  readonly programme_accepted: {
    readonly programme: string;
    readonly draft: string;
    /** Of the object in the lake that keeps its text. */
    readonly hash: string;
    readonly person: string;
    readonly time: string;
  };
}

/** The tables of this room, for `Ledger.open`. */
export const programmeMigrations: MigrationSet = {
  room: 'programme',
  migrations: [
    { name: 'decisions about drafts, programmes accepted', up: makeTables },
    { name: 'changes of targets within the year', up: makeChangesTable },
  ],
};

async function makeTables(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('programme_decisions')
    .addColumn('draft', 'text', (column) => column.notNull())
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('value', 'text')
    .addColumn('read', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('time', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('programme_decisions_key', ['draft', 'field', 'version'])
    .execute();
  await database.schema
    .createTable('programme_accepted')
    .addColumn('programme', 'text', (column) => column.notNull().primaryKey())
    .addColumn('draft', 'text', (column) => column.notNull().unique())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('time', 'text', (column) => column.notNull())
    .execute();
}
