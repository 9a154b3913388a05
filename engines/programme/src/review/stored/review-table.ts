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
    /** Of several fields that were accepted at once, with the one above them. */
    readonly batch: string | null;
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
    /** When its draft was opened again; null once it is accepted anew. The programme stays in force meanwhile. */
    readonly reopened_at: string | null;
  };
  /** Texts of programmes whose draft was opened again, as they were accepted. */
  readonly programme_editions: {
    readonly programme: string;
    /** From 1. */
    readonly edition: number;
    readonly draft: string;
    readonly hash: string;
    /** Who accepted it, and when. */
    readonly person: string;
    readonly time: string;
    readonly reopened_by: string;
    readonly reopened_at: string;
    readonly reason: string;
  };
}

/** The tables of this room, for `Ledger.open`. */
export const programmeMigrations: MigrationSet = {
  room: 'programme',
  migrations: [
    { name: 'decisions about drafts, programmes accepted', up: makeTables },
    { name: 'decisions about several fields at once', up: addBatch },
    { name: 'drafts opened again', up: addEditions },
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

async function addBatch(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable('programme_decisions').addColumn('batch', 'text').execute();
}

async function addEditions(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable('programme_accepted').addColumn('reopened_at', 'text').execute();
  await database.schema
    .createTable('programme_editions')
    .addColumn('programme', 'text', (column) => column.notNull())
    .addColumn('edition', 'integer', (column) => column.notNull())
    .addColumn('draft', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('reopened_by', 'text', (column) => column.notNull())
    .addColumn('reopened_at', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('programme_editions_key', ['programme', 'edition'])
    .execute();
}
