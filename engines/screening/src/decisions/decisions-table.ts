import type { MigrationSet } from '@zhiheng/ledger';
import type { Kysely } from 'kysely';

/** Decisions in the ledger. Times are ISO 8601 in UTC, days `YYYY-MM-DD`. */
export interface DecisionTables {
  readonly screening_decision_acts: {
    readonly act: number;
    readonly kind: string;
    readonly person: string;
    readonly on_behalf_of: string | null;
    readonly time: string;
    readonly reason: string;
    readonly list: string | null;
    readonly kept: string | null;
    readonly decisions: number;
    readonly undone_act: number | null;
    readonly undone_person: string | null;
    readonly undone_on_behalf_of: string | null;
    readonly undone_time: string | null;
    readonly undone_reason: string | null;
  };
  readonly screening_decisions: {
    readonly act: number;
    /** Among the decisions of the act, from 0. */
    readonly row: number;
    readonly application: string;
    readonly ground: string;
    readonly outcome: string;
    readonly effective_on: string;
  };
}

/** The tables of this room, for `Ledger.open`. */
export const screeningMigrations: MigrationSet = {
  room: 'screening',
  migrations: [{ name: 'decisions about applications', up: makeDecisions }],
};

async function makeDecisions(database: Kysely<unknown>): Promise<void> {
  let acts = database.schema
    .createTable('screening_decision_acts')
    .addColumn('act', 'bigint', (column) => column.notNull().primaryKey())
    .addColumn('decisions', 'integer', (column) => column.notNull())
    .addColumn('undone_act', 'bigint');
  for (const name of ['kind', 'person', 'time', 'reason']) acts = acts.addColumn(name, 'text', (one) => one.notNull());
  const optional = [
    'on_behalf_of',
    'list',
    'kept',
    'undone_person',
    'undone_on_behalf_of',
    'undone_time',
    'undone_reason',
  ];
  for (const name of optional) acts = acts.addColumn(name, 'text');
  await acts.execute();
  let decisions = database.schema
    .createTable('screening_decisions')
    .addColumn('act', 'bigint', (column) => column.notNull())
    .addColumn('row', 'integer', (column) => column.notNull());
  for (const name of ['application', 'ground', 'outcome', 'effective_on']) {
    decisions = decisions.addColumn(name, 'text', (column) => column.notNull());
  }
  await decisions.addPrimaryKeyConstraint('screening_decisions_key', ['act', 'row']).execute();
  const index = database.schema.createIndex('screening_decisions_of').on('screening_decisions');
  await index.columns(['application', 'act', 'row']).execute();
}
