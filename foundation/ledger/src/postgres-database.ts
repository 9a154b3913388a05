import { OwnFault, UserFault } from '@zhiheng/vocabulary';
import { CompiledQuery, type DatabaseConnection, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { LedgerDatabase } from './ledger-database.js';
import type { LedgerTables } from './ledger-tables.js';
import { addressOf, postgresFault } from './postgres-fault.js';

/** Connections that one process keeps, and how long it waits for one, in milliseconds. */
const connections = 10;
const patience = 10_000;
const oldestVersion = 15_00_00;

/** A schema of a PostgreSQL database, made when there is none. Throws `database-unreachable`, `database-unusable`. */
export async function openPostgres(url: string, schema: string): Promise<LedgerDatabase> {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(schema)) throw new OwnFault(`not a name for a schema: ${schema}`);
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: patience,
    types: { getTypeParser: parserOf },
  });
  // A connection that breaks is left out of the pool; what was asked of it, or is asked next, tells that the server is gone.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const settle = async (connection: DatabaseConnection) => {
    await connection.executeQuery(CompiledQuery.raw(`set search_path to ${schema}`));
    await connection.executeQuery(CompiledQuery.raw('set synchronous_commit to on'));
  };
  const tables = new Kysely<LedgerTables>({ dialect: new PostgresDialect({ pool, onCreateConnection: settle }) });
  const faultOf = (error: unknown) => postgresFault(error, url);
  try {
    await refuseUnfit(tables, url);
    await makeSchema(tables, schema);
  } catch (error) {
    await tables.destroy();
    throw faultOf(error);
  }
  return {
    tables,
    takeTurn: (transaction) => takeLock(transaction, schema),
    sweep: async () => {},
    faults: async () => [],
    faultOf,
  };
}

/** Whole numbers of eight bytes, such as counts, come as numbers and not as text. */
function parserOf(type: number, format?: 'text' | 'binary'): (value: never) => unknown {
  if (type !== pg.types.builtins.INT8) return pg.types.getTypeParser(type, format as 'text');
  return (value: string) => {
    const whole = Number(value);
    if (!Number.isSafeInteger(whole)) throw new OwnFault(`a number too large to be exact: ${value}`);
    return whole;
  };
}

async function refuseUnfit(tables: Kysely<LedgerTables>, url: string): Promise<void> {
  const { rows } = await sql<{ version: string; encoding: string; fsync: string }>`
    select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding,
      current_setting('fsync') as fsync`.execute(tables);
  const { version = '', encoding = '', fsync = '' } = rows[0] ?? {};
  const unfit = (found: string, expected: string) =>
    new UserFault('database-unusable', { place: { path: addressOf(url) }, found, expected });
  if (Number(version) < oldestVersion) throw unfit(`version ${version}`, 'PostgreSQL 15 or later');
  if (encoding !== 'UTF8') throw unfit(`encoding ${encoding}`, 'a database in UTF8');
  if (fsync !== 'on') throw unfit('fsync off', 'a server that syncs what it commits');
}

async function makeSchema(tables: Kysely<LedgerTables>, schema: string): Promise<void> {
  await tables.transaction().execute(async (transaction) => {
    await takeLock(transaction, schema);
    await transaction.schema.createSchema(schema).ifNotExists().execute();
  });
}

/** Held until the transaction ends; one lock for each schema of the database. */
async function takeLock(transaction: Kysely<LedgerTables>, schema: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ledger ${schema}`}, 0))`.execute(transaction);
}
