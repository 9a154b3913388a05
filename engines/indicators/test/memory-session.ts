import { type DuckDBConnection, DuckDBDateValue, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { dialects } from '@zhiheng/expressions';
import { type Scope, shownTables, wholeOffice } from '@zhiheng/vocabulary';
import type { WritingSession } from '../src/session.js';

const sqlTypes = { text: 'VARCHAR', integer: 'BIGINT', decimal: 'DOUBLE', hash: 'BIGINT', date: 'DATE' } as const;

/** A session in memory over empty canonical tables. */
export class MemorySession implements WritingSession {
  readonly dialect = dialects.duckdb;
  readonly scope: Scope = wholeOffice;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  static async open(): Promise<MemorySession> {
    const instance = await DuckDBInstance.create(':memory:');
    const session = new MemorySession(instance, await instance.connect());
    for (const { name, columns } of Object.values(shownTables)) await session.registerTable(name, columns, []);
    return session;
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  async rows<T extends object>(sql: string, parameters: readonly (string | number | null)[] = []): Promise<T[]> {
    try {
      const reader = await this.#connection.runAndReadAll(sql, parameters.length === 0 ? undefined : [...parameters]);
      const names = reader.columnNames();
      return reader
        .getRows()
        .map((row) => Object.fromEntries(names.map((name, index) => [name, plain(row[index] ?? null)])) as T);
    } catch (error) {
      throw new Error(`${String(error)}\nSQL: ${sql}`, { cause: error });
    }
  }

  async registerTable(
    name: string,
    columns: Readonly<Record<string, keyof typeof sqlTypes>>,
    rows: readonly (readonly (string | number | null)[])[],
  ): Promise<void> {
    const types = Object.entries(columns).map(([column, type]) => `${column} ${sqlTypes[type]}`);
    await this.run(`CREATE OR REPLACE TABLE ${name} (${types.join(', ')})`);
    if (rows.length > 0) await this.#insert(name, rows);
  }

  async keep(name: string, sql: string): Promise<void> {
    try {
      await this.run(`CREATE OR REPLACE TABLE ${name} AS ${sql}`);
    } catch (error) {
      throw new Error(`${String(error)}\nSQL: ${sql}`, { cause: error });
    }
  }

  async writeParquet(sql: string, path: string): Promise<number> {
    const [row] = await this.rows<{ Count: number }>(`COPY (${sql}) TO '${path}' (FORMAT parquet)`);
    return row?.Count ?? 0;
  }

  async #insert(name: string, rows: readonly (readonly (string | number | null)[])[]): Promise<void> {
    const literal = (value: string | number | null) =>
      typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
    for (let start = 0; start < rows.length; start += 2000) {
      const values = rows.slice(start, start + 2000).map((row) => `(${row.map(literal).join(', ')})`);
      await this.run(`INSERT INTO ${name} VALUES ${values.join(', ')}`);
    }
  }
}

function plain(value: DuckDBValue): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value !== null && typeof value === 'object' && 'items' in value && Array.isArray(value.items)) {
    return value.items.map((item) => plain(item as DuckDBValue));
  }
  return value;
}
