import type { Kysely } from 'kysely';

/** Limits that people set within the year; nothing is ever taken out. Times are ISO 8601 in UTC. */
export interface ChangeTables {
  readonly programme_target_changes: {
    /** Of the act that accepted it. */
    readonly act: number;
    readonly id: string;
    readonly programme: string;
    readonly target: string;
    readonly area: string | null;
    readonly target_limit: number;
    readonly due: string | null;
    readonly effective_on: string;
    readonly reason: string;
    readonly source: string | null;
    readonly proposed_by: string;
    readonly proposed_at: string;
    readonly accepted_by: string;
    readonly accepted_at: string;
  };
}

/** The table of accepted changes, for `programmeMigrations`. */
export async function makeChangesTable(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('programme_target_changes')
    .addColumn('act', 'integer', (column) => column.notNull().primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('programme', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('area', 'text')
    .addColumn('target_limit', 'double precision', (column) => column.notNull())
    .addColumn('due', 'text')
    .addColumn('effective_on', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('source', 'text')
    .addColumn('proposed_by', 'text', (column) => column.notNull())
    .addColumn('proposed_at', 'text', (column) => column.notNull())
    .addColumn('accepted_by', 'text', (column) => column.notNull())
    .addColumn('accepted_at', 'text', (column) => column.notNull())
    .execute();
}
