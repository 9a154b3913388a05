import { dialects } from '@zhiheng/expressions';
import { type Holdings, type ObjectStore, openLakeSession, type Release } from '@zhiheng/lake';
import { OwnFault, type Scope, type ShownTable, shownTables, wholeOffice } from '@zhiheng/vocabulary';
import pg from 'pg';
import { columnTypes, fileType, parserOf } from './postgres-types.js';
import type { Columns, SecondSession, Value } from './second-session.js';
import { writeRows } from './table-file.js';
import { withParameters } from './with-parameters.js';

type Row = Record<string, Value>;
let sessions = 0;

/** A session on PostgreSQL: a schema of its own, over one connection. */
export class PostgresSession implements SecondSession {
  readonly scope: Scope = wholeOffice;
  readonly dialect = dialects.postgres;
  readonly #client: pg.Client;
  readonly #schema: string;

  private constructor(client: pg.Client, schema: string) {
    this.#client = client;
    this.#schema = schema;
  }

  /** A session without tables. */
  static async open(url: string): Promise<PostgresSession> {
    sessions += 1;
    const schema = `session_${process.pid}_${sessions}`;
    const client = new pg.Client({ connectionString: url, types: { getTypeParser: parserOf } });
    await client.connect();
    const session = new PostgresSession(client, schema);
    await session.run(`CREATE SCHEMA ${schema}`);
    await session.run(`SET search_path TO ${schema}`);
    // It knows no sizes of parts of a query, takes them for small, and would compare every row with every other.
    for (const setting of ['enable_nestloop', 'jit']) await session.run(`SET ${setting} TO off`);
    return session;
  }

  async close(): Promise<void> {
    await this.run(`DROP SCHEMA ${this.#schema} CASCADE`);
    await this.#client.end();
  }

  async run(sql: string): Promise<void> {
    await this.#ask(sql);
  }

  async rows<T extends object>(sql: string, parameters: readonly Value[] = []): Promise<T[]> {
    const { rows } = await this.#ask(withParameters(sql, parameters));
    return rows as T[];
  }

  async registerTable(name: string, columns: Columns, rows: readonly (readonly Value[])[]): Promise<void> {
    await this.run(`DROP TABLE IF EXISTS ${name}`);
    const list = Object.entries(columns).map(([column, type]) => `"${column}" ${columnTypes[type]}`);
    await this.run(`CREATE TABLE ${name} (${list.join(', ')})`);
    const names = Object.keys(columns);
    await this.#insert(
      name,
      rows.map((row) => Object.fromEntries(names.map((column, index) => [column, row[index] ?? null]))),
    );
  }

  async keep(name: string, sql: string): Promise<void> {
    await this.run(`DROP TABLE IF EXISTS ${name}`);
    await this.run(`CREATE TABLE ${name} AS ${sql}`);
    await this.run(`ANALYZE ${name}`);
  }

  async writeParquet(sql: string, path: string): Promise<number> {
    const { fields, rows } = await this.#ask(sql);
    const columns = Object.fromEntries(fields.map(({ name, dataTypeID }) => [name, fileType(dataTypeID)]));
    await writeRows(
      columns,
      (rows as Row[]).map((row) => fields.map(({ name }) => row[name] ?? null)),
      path,
    );
    return rows.length;
  }

  /** Copies the current rows of tables of a manifest. */
  async copyTables(manifest: Holdings | Release, store: ObjectStore, tables: readonly ShownTable[]): Promise<void> {
    const lake = await openLakeSession(manifest, store, wholeOffice);
    try {
      for (const name of tables) {
        await this.registerTable(name, shownTables[name].columns, []);
        for await (const rows of lake.stream<Row>(`SELECT ${exactColumns(name)} FROM ${name}`))
          await this.#insert(name, rows);
      }
    } finally {
      lake.close();
    }
  }

  async #insert(name: string, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#ask(`INSERT INTO ${name} SELECT * FROM json_populate_recordset(NULL::${name}, $1)`, [
      JSON.stringify(rows),
    ]);
  }

  async #ask(sql: string, values?: readonly string[]): Promise<pg.QueryResult> {
    try {
      return await this.#client.query(sql, values === undefined ? undefined : [...values]);
    } catch (error) {
      throw new OwnFault(`PostgreSQL: ${String(error)}\nSQL: ${sql}`, { cause: error });
    }
  }
}

/** A session with the current rows of these tables of a manifest, copied in. */
export async function openPostgresSession(
  manifest: Holdings | Release,
  store: ObjectStore,
  url: string,
  tables: readonly ShownTable[],
): Promise<PostgresSession> {
  const session = await PostgresSession.open(url);
  await session.copyTables(manifest, store, tables);
  return session;
}

/** Hashes have more digits than a number holds; they travel as texts. */
function exactColumns(name: ShownTable): string {
  const columns = Object.entries(shownTables[name].columns);
  return columns
    .map(([column, type]) => (type === 'hash' ? `CAST(${column} AS VARCHAR) AS ${column}` : `"${column}"`))
    .join(', ');
}
