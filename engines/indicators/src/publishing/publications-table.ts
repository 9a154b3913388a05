import type { MigrationSet } from '@zhiheng/ledger';
import type { Kysely } from 'kysely';

/** Publications of vintages in the ledger. */
export interface PublicationTables {
  readonly indicators_vintage_rounds: {
    /** `VINTAGE.ROUND`: an instance of the flow. */
    readonly id: string;
    readonly vintage: string;
    readonly round: number;
    /** SHA-256 of the manifest that was proposed. */
    readonly hash: string;
  };
  readonly indicators_vintage_publications: {
    /** Number of the act. */
    readonly act: number;
    readonly vintage: string;
    readonly round: string;
    readonly hash: string;
    /** Act of the publication that it takes the place of. */
    readonly replaces: number | null;
  };
  readonly indicators_correction_notices: {
    /** Number of the act. */
    readonly act: number;
    /** Act of the publication that corrects. */
    readonly publication: number;
    readonly vintage: string;
    /** The vintage that was published before; it stays as it is. */
    readonly corrects: string;
    readonly reason: string;
    /** JSON: how many values differ, by indicator. */
    readonly differing: string;
    readonly time: string;
  };
}

/** Tables of publications, for `Ledger.open`; those of `acts` come before. */
export const publicationMigrations: MigrationSet = {
  room: 'vintage publications',
  migrations: [{ name: 'publications of vintages and correction notices', up: makePublications }],
};

async function makePublications(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('indicators_vintage_rounds')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('vintage', 'text', (column) => column.notNull())
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addUniqueConstraint('indicators_vintage_rounds_once', ['vintage', 'round'])
    .execute();
  await database.schema
    .createTable('indicators_vintage_publications')
    .addColumn('act', 'bigint', (column) => column.notNull().primaryKey())
    .addColumn('vintage', 'text', (column) => column.notNull())
    .addColumn('round', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('replaces', 'bigint')
    .execute();
  await database.schema
    .createTable('indicators_correction_notices')
    .addColumn('act', 'bigint', (column) => column.notNull().primaryKey())
    .addColumn('publication', 'bigint', (column) => column.notNull())
    .addColumn('vintage', 'text', (column) => column.notNull())
    .addColumn('corrects', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('differing', 'text', (column) => column.notNull())
    .addColumn('time', 'text', (column) => column.notNull())
    .execute();
}
