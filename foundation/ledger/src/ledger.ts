import { OwnFault } from '@zhiheng/vocabulary';
import { Kysely, type SqliteDatabase, SqliteDialect, sql } from 'kysely';
import Database from 'libsql';
import type { LedgerTables } from './acts-table.js';
import { ledgerFault } from './ledger-fault.js';

export interface Act {
  readonly number: number;
  readonly time: string;
  readonly person: string;
  readonly kind: string;
  readonly object: string;
  readonly hash: string;
}

export type NewAct = Omit<Act, 'number'>;

/** What people did, in order. An act that `append` has returned survives a killed process and a lost power line. */
export class Ledger {
  readonly #database: Kysely<LedgerTables>;
  readonly #path: string;

  private constructor(database: Kysely<LedgerTables>, path: string) {
    this.#database = database;
    this.#path = path;
  }

  /** Opens or makes the ledger in a SQLite file: write-ahead log, synced at each commit. Throws `folder-unusable`. */
  static async open(path: string): Promise<Ledger> {
    try {
      return new Ledger(await openDatabase(path), path);
    } catch (error) {
      throw ledgerFault(error, path);
    }
  }

  /** Appends an act; when this returns, it is on the disk. Throws `folder-unusable` when the disk takes it not. */
  async append(act: NewAct): Promise<Act> {
    try {
      return await this.#database.insertInto('acts').values(act).returningAll().executeTakeFirstOrThrow();
    } catch (error) {
      throw ledgerFault(error, this.#path);
    }
  }

  /** Acts in order, of one kind when named. */
  async acts(kind?: string): Promise<Act[]> {
    const all = this.#database.selectFrom('acts').selectAll().orderBy('number');
    return (kind === undefined ? all : all.where('kind', '=', kind)).execute();
  }

  /** The newest act of a kind, of one object when named. */
  async last(kind: string, object?: string): Promise<Act | null> {
    let query = this.#database.selectFrom('acts').selectAll().where('kind', '=', kind);
    if (object !== undefined) query = query.where('object', '=', object);
    return (await query.orderBy('number', 'desc').limit(1).executeTakeFirst()) ?? null;
  }

  /** The faults SQLite itself finds in the file; empty when it is sound. */
  async faults(): Promise<string[]> {
    const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(this.#database);
    if (rows.length === 0) throw new OwnFault('the integrity check of the ledger said nothing');
    return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  }

  close(): Promise<void> {
    return this.#database.destroy();
  }
}

async function openDatabase(path: string): Promise<Kysely<LedgerTables>> {
  const connection = new Database(path);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  const dialect = new SqliteDialect({ database: connection as unknown as SqliteDatabase });
  const database = new Kysely<LedgerTables>({ dialect });
  await database.schema
    .createTable('acts')
    .ifNotExists()
    .addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('object', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  return database;
}
