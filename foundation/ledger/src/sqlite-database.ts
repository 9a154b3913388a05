import { OwnFault } from '@zhiheng/vocabulary';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  sql,
} from 'kysely';
import Database from 'libsql';
import type { LedgerDatabase } from './ledger-database.js';
import { ledgerFault } from './ledger-fault.js';
import type { LedgerTables } from './ledger-tables.js';

/** How long a writer waits for another process, in milliseconds. */
const patience = 10_000;

/** A SQLite file: write-ahead log, synced at each commit, deleted content overwritten. Throws `folder-unusable`. */
export async function openSqlite(path: string): Promise<LedgerDatabase> {
  try {
    return await open(path);
  } catch (error) {
    throw ledgerFault(error, path);
  }
}

async function open(path: string): Promise<LedgerDatabase> {
  const connection = new Database(path);
  connection.pragma(`busy_timeout = ${patience}`);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('secure_delete = ON');
  connection.pragma('foreign_keys = ON');
  const database = connection as unknown as SqliteDatabase;
  const tables = new Kysely<LedgerTables>({ dialect: new ImmediateDialect({ database }) });
  const sweep = async () => {
    const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(tables);
    if (rows[0]?.busy !== 0) throw new OwnFault('another connection kept the log of the ledger from being emptied');
  };
  const faults = async () => {
    const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(tables);
    if (rows.length === 0) throw new OwnFault('the integrity check of the ledger said nothing');
    return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  };
  return { tables, takeTurn: async () => {}, sweep, faults, faultOf: (error) => ledgerFault(error, path) };
}

/** A transaction takes the right to write at its beginning, so that what it reads stays true until it writes. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #settings: { readonly database: SqliteDatabase };

  constructor(settings: { readonly database: SqliteDatabase }) {
    super(settings);
    this.#settings = settings;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#settings);
  }
}
