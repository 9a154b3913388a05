import { OwnFault, UserFault } from '@zhiheng/vocabulary';
import type { Kysely, Transaction } from 'kysely';
import type { LedgerDatabase } from './ledger-database.js';

/** A step that brings the tables of a room to their next form, on both databases; see README.md for what is portable. */
export interface Migration {
  /** Never changed, as it is recorded once the step is done. */
  readonly name: string;
  up(database: Kysely<unknown>): Promise<void>;
}

/** The migrations of one room, oldest first; only ever added to. */
export interface MigrationSet {
  readonly room: string;
  readonly migrations: readonly Migration[];
}

/** A migration as it is recorded. */
export interface MigrationStep {
  readonly position: number;
  readonly room: string;
  readonly name: string;
}

interface MigrationTables {
  readonly migrations: MigrationStep;
}

/**
 * Runs what was not run yet, set by set, all in one transaction; of two processes one waits for the other. Gives what was run.
 * Throws `ledger-newer` when a room has migrations that this software does not know.
 */
export async function migrate(
  database: LedgerDatabase,
  sets: readonly MigrationSet[],
): Promise<readonly MigrationStep[]> {
  const rooms = sets.map(({ room }) => room);
  if (new Set(rooms).size < rooms.length) throw new OwnFault(`a room has two sets of migrations: ${rooms.join(', ')}`);
  return database.tables.transaction().execute(async (ledger) => {
    await database.takeTurn(ledger);
    const transaction = ledger as unknown as Transaction<MigrationTables>;
    await makeTable(transaction);
    const done = await transaction.selectFrom('migrations').selectAll().orderBy('position').execute();
    const run: MigrationStep[] = [];
    for (const { room, migrations } of sets) {
      const names = done.filter((one) => one.room === room).map(({ name }) => name);
      refuseUnknown(room, names, migrations);
      for (const { name, up } of migrations.slice(names.length)) {
        await up(transaction as unknown as Kysely<unknown>);
        run.push({ position: done.length + run.length + 1, room, name });
      }
    }
    if (run.length > 0) await transaction.insertInto('migrations').values(run).execute();
    return run;
  });
}

function refuseUnknown(room: string, done: readonly string[], migrations: readonly Migration[]): void {
  const known = migrations.map(({ name }) => name);
  if (new Set(known).size < known.length) throw new OwnFault(`${room} has two migrations of one name`);
  const unknown = done.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new UserFault('ledger-newer', { found: `${room}: ${unknown}`, expected: known.at(-1) ?? 'no migration' });
  }
  const moved = done.find((name, at) => name !== known[at]);
  if (moved !== undefined) throw new OwnFault(`the migrations of ${room} were put into another order at ${moved}`);
}

async function makeTable(transaction: Transaction<MigrationTables>): Promise<void> {
  await transaction.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('position', 'integer', (column) => column.notNull().primaryKey())
    .addColumn('room', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addUniqueConstraint('migrations_once', ['room', 'name'])
    .execute();
}
