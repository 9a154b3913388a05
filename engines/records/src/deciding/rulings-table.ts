import type { MigrationSet } from '@zhiheng/ledger';
import type { Kysely } from 'kysely';

/** Rulings in the ledger. Content is canonical JSON, times are ISO 8601 in UTC. */
export interface RulingTables {
  readonly records_rulings: {
    /** Number of the act that made it. */
    readonly act: number;
    readonly kind: string;
    readonly subject: string;
    readonly content: string;
    readonly person: string;
    readonly on_behalf_of: string | null;
    readonly time: string;
    readonly reason: string;
    readonly undone_act: number | null;
    readonly undone_person: string | null;
    readonly undone_on_behalf_of: string | null;
    readonly undone_time: string | null;
    readonly undone_reason: string | null;
  };
}

/** The tables of this room, for `Ledger.open`. */
export const recordsMigrations: MigrationSet = {
  room: 'records',
  migrations: [{ name: 'rulings over addresses and parties', up: makeRulings }],
};

const needed = ['kind', 'subject', 'content', 'person', 'time', 'reason'];
const optional = ['on_behalf_of', 'undone_person', 'undone_on_behalf_of', 'undone_time', 'undone_reason'];

async function makeRulings(database: Kysely<unknown>): Promise<void> {
  let table = database.schema
    .createTable('records_rulings')
    .addColumn('act', 'bigint', (column) => column.notNull().primaryKey())
    .addColumn('undone_act', 'bigint');
  for (const name of needed) table = table.addColumn(name, 'text', (column) => column.notNull());
  for (const name of optional) table = table.addColumn(name, 'text');
  await table.execute();
  const index = database.schema.createIndex('records_rulings_of').on('records_rulings');
  await index.columns(['subject', 'act']).execute();
}
