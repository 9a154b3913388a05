import type { MigrationSet } from '@zhiheng/ledger';
import type { Kysely } from 'kysely';

/** Drafts and publications of definitions in the ledger. Times are ISO 8601 in UTC, hashes SHA-256 of texts. */
export interface DraftTables {
  readonly indicators_drafts: {
    /** `INDICATOR.ROUND`: an instance of the flow. */
    readonly draft: string;
    readonly indicator: string;
    readonly round: number;
    /** Act of the publication that it takes back. */
    readonly takes_back: number | null;
  };
  readonly indicators_texts: {
    readonly draft: string;
    /** Version of the instance that the text came with. */
    readonly version: number;
    /** Null: what was in force before the first publication. */
    readonly text: string | null;
    readonly hash: string;
  };
  readonly indicators_publications: {
    /** Number of the act. */
    readonly act: number;
    readonly indicator: string;
    readonly draft: string;
    /** Of the text, among those of the draft. */
    readonly version: number;
    /** Of the file that came with the software, as it was then; null: there was none. */
    readonly shipped: string | null;
  };
}

/** The tables of this room, for `Ledger.open`; those of `acts` come before. */
export const indicatorMigrations: MigrationSet = {
  room: 'indicators',
  migrations: [{ name: 'drafts and publications of definitions', up: makeDrafts }],
};

async function makeDrafts(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('indicators_drafts')
    .addColumn('draft', 'text', (column) => column.notNull().primaryKey())
    .addColumn('indicator', 'text', (column) => column.notNull())
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('takes_back', 'bigint')
    .addUniqueConstraint('indicators_drafts_round', ['indicator', 'round'])
    .execute();
  await database.schema
    .createTable('indicators_texts')
    .addColumn('draft', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('text', 'text')
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('indicators_texts_key', ['draft', 'version'])
    .execute();
  await database.schema
    .createTable('indicators_publications')
    .addColumn('act', 'bigint', (column) => column.notNull().primaryKey())
    .addColumn('indicator', 'text', (column) => column.notNull())
    .addColumn('draft', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('shipped', 'text')
    .execute();
  const index = database.schema.createIndex('indicators_publications_of').on('indicators_publications');
  await index.columns(['indicator', 'act']).execute();
}
