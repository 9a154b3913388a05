import { mkdir } from 'node:fs/promises';
import type { DuckDBConnection, DuckDBInstance, DuckDBPreparedStatement } from '@duckdb/node-api';
import { type ColumnType, OwnFault, type TableShape, UserFault } from '@zhiheng/vocabulary';
import { ColumnAppender, type Value } from './column-appender.js';
import { diskFault, engineDiskFault } from './disk-fault.js';
import { engine } from './engine.js';
import { Lanes } from './lanes.js';
import { readChunks, readRows } from './row-reader.js';

export type Parameters = readonly (string | number | null)[];

/** Types of the SQL engine for the types of canonical columns. Decimals keep two places: amounts of money. */
export const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  decimal: 'DECIMAL(20,2)',
  hash: 'BIGINT',
  date: 'DATE',
};
export interface SessionOptions {
  /** Path of a database file for work larger than memory; left out: in memory. */
  readonly file?: string;
  /** Folder for spilling. */
  readonly spillFolder?: string;
  /** `2GB`; left out: the engine's own limit. */
  readonly memoryLimit?: string;
  readonly threads?: number;
  /** Statements that run at once where they are asked for at once; left out: one. */
  readonly atOnce?: number;
}

/** A file of the rows that have one number. */
export interface WrittenApart {
  readonly value: number;
  readonly path: string;
  readonly rows: number;
}

/** A connection to the SQL engine. Dates come and go as `YYYY-MM-DD`, counts as numbers. */
export class Session {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #lanes: Lanes;
  readonly #questions = new Map<DuckDBConnection, DuckDBPreparedStatement>();
  /** Statements and streams under way. */
  #running = 0;
  #closed: 'no' | 'asked' | 'done' = 'no';

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, lanes: Lanes) {
    this.#instance = instance;
    this.#connection = connection;
    this.#lanes = lanes;
  }

  static async open(options: SessionOptions = {}): Promise<Session> {
    const settings: Record<string, string> = { preserve_insertion_order: 'true' };
    if (options.memoryLimit !== undefined) settings.memory_limit = options.memoryLimit;
    if (options.threads !== undefined) settings.threads = String(options.threads);
    if (options.spillFolder !== undefined) settings.temp_directory = options.spillFolder;
    try {
      // The engine makes the last folder of a path alone, and not before it has to spill.
      if (options.spillFolder !== undefined) await mkdir(options.spillFolder, { recursive: true });
      const instance = await engine().DuckDBInstance.create(options.file ?? ':memory:', settings);
      const connection = await instance.connect();
      return new Session(instance, connection, new Lanes(connection, () => instance.connect(), options.atOnce ?? 1));
    } catch (error) {
      throw engineDiskFault(error) ?? diskFault(error, options.spillFolder ?? '');
    }
  }

  /** Takes no further statement, and ends when what is under way has ended: an engine that loses a running statement's connection stands still. */
  close(): void {
    if (this.#closed === 'no') this.#closed = 'asked';
    this.#endWhenIdle();
  }

  #endWhenIdle(): void {
    if (this.#closed !== 'asked' || this.#running > 0) return;
    this.#closed = 'done';
    for (const question of this.#questions.values()) question.destroySync();
    this.#lanes.close();
    this.#instance.closeSync();
  }

  #begin(): void {
    if (this.#closed !== 'no') throw new OwnFault('the session is closed');
    this.#running += 1;
  }

  #finish(): void {
    this.#running -= 1;
    this.#endWhenIdle();
  }

  /** Runs a statement. A failing one throws our own fault with its SQL; a disk that refuses, `folder-unusable`. */
  async run(sql: string, parameters: Parameters = []): Promise<void> {
    await this.#guarded(sql, (connection) => connection.run(sql, valuesOf(parameters)));
  }

  /** Runs statements one after the other, handed over together; what stands before one that fails has been done. */
  async runAll(statements: readonly string[]): Promise<void> {
    if (statements.length > 0) await this.run(statements.join('\n;\n'));
  }

  /** How the engine reads a text: the JSON of its syntax tree, or of what it cannot tell a tree of. Nothing is run. */
  async syntaxOf(sql: string): Promise<string> {
    // The engine would read no further than there.
    if (sql.includes('\0')) throw new OwnFault(`a statement has a NUL in it\nSQL: ${sql}`);
    const [row] = await this.#guarded(sql, async (connection) => {
      const question = await this.#syntaxQuestion(connection);
      question.bindVarchar(1, sql);
      return readRows<{ tree: string }>(await question.run());
    });
    if (row === undefined) throw new OwnFault('the engine told no syntax');
    return row.tree;
  }

  /** What asks for a syntax, planned once on each connection. */
  async #syntaxQuestion(connection: DuckDBConnection): Promise<DuckDBPreparedStatement> {
    const known = this.#questions.get(connection);
    if (known !== undefined) return known;
    const question = await connection.prepare(
      'SELECT json_serialize_sql(text, skip_null := true, skip_empty := true, skip_default := true) AS tree FROM (SELECT CAST($1 AS VARCHAR) AS text) AS asked',
    );
    this.#questions.set(connection, question);
    return question;
  }

  /** All rows of a query. */
  async rows<T extends object = Record<string, string | number | boolean | null>>(
    sql: string,
    parameters: Parameters = [],
  ): Promise<T[]> {
    return this.#guarded(sql, async (connection) => readRows<T>(await connection.run(sql, valuesOf(parameters))));
  }

  /** Rows of a query in batches, in bounded memory, over a connection of its own: the session stays free meanwhile. */
  async *stream<T extends object = Record<string, string | number | boolean | null>>(
    sql: string,
    parameters: Parameters = [],
  ): AsyncGenerator<T[]> {
    this.#begin();
    try {
      const connection = await this.#instance.connect();
      try {
        const result = await this.#guard(sql, () => connection.stream(sql, [...parameters]));
        yield* readChunks<T>(result);
      } finally {
        connection.closeSync();
      }
    } finally {
      this.#finish();
    }
  }

  /**
   * From here on the engine reaches these files and what lies in these folders and nothing else outside, and no statement
   * can change that.
   */
  async lock(reach: { readonly paths: readonly string[]; readonly folders: readonly string[] }): Promise<void> {
    const list = (all: readonly string[]) => `[${all.map((one) => `'${one.replaceAll("'", "''")}'`).join(', ')}]`;
    await this.runAll([
      ...(reach.paths.length > 0 ? [`SET allowed_paths = ${list(reach.paths)}`] : []),
      ...(reach.folders.length > 0 ? [`SET allowed_directories = ${list(reach.folders)}`] : []),
      'SET enable_external_access = false',
      'SET lock_configuration = true',
    ]);
  }

  /** Creates an empty table of a shape; `replacing`: in the place of one of that name. */
  async createTable(table: TableShape, replacing = false): Promise<void> {
    const columns = Object.entries(table.columns).map(([name, type]) => `"${name}" ${sqlTypes[type]}`);
    await this.run(`CREATE ${replacing ? 'OR REPLACE ' : ''}TABLE "${table.name}" (${columns.join(', ')})`);
  }

  /** Appends columns of equal length to a table created by `createTable`. */
  async append(table: TableShape, columns: readonly (readonly Value[])[]): Promise<void> {
    // Over a connection that is free: one that runs a statement would hold up everything until that has ended.
    await this.#guarded(`append to ${table.name}`, async (connection) => {
      const appender = await appenderOf(connection, table);
      appender.append(columns);
      appender.close();
    });
  }

  /** An appender that stays open between batches; what it took is in the table after `flush` or `close`. */
  async openAppender(table: TableShape): Promise<ColumnAppender> {
    return appenderOf(this.#connection, table);
  }

  /** Creates a table and fills it with rows: for small lists that queries join with. */
  async registerTable(
    name: string,
    columns: Readonly<Record<string, ColumnType>>,
    rows: readonly (readonly (string | number | null)[])[],
  ): Promise<void> {
    const table = { name, columns };
    await this.createTable(table, true);
    if (rows.length === 0) return;
    await this.append(
      table,
      Object.keys(columns).map((_, index) => rows.map((row) => row[index] ?? null)),
    );
  }

  /**
   * Writes the rows of a query as a Parquet file; gives their number. The engine holds one group of rows in memory, so that
   * rows of long texts are grouped by fewer.
   */
  async writeParquet(sql: string, path: string, groupRows = 122_880): Promise<number> {
    const quoted = path.replaceAll("'", "''");
    const [row] = await this.rows<{ Count: number }>(
      `COPY (${sql}) TO '${quoted}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE ${groupRows})`,
    );
    if (row === undefined) throw new OwnFault('a COPY told no count');
    return row.Count;
  }

  /**
   * Writes the rows of a query as Parquet files in a new folder, apart by a column of whole numbers, which they are written without; those of one
   * number nearly in the order of the query.
   */
  async writeParquetApart(sql: string, folder: string, by: string, groupRows: number): Promise<WrittenApart[]> {
    const written = await this.rows<{ filename: string; count: number }>(
      `COPY (${sql}) TO '${folder.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE ${groupRows}, PARTITION_BY (${by}), RETURN_STATS)`,
    );
    return written.map(({ filename, count }) => {
      const [, value] = /=(\d+)\/[^/]+$/.exec(filename) ?? [];
      if (value === undefined) throw new OwnFault(`a COPY told no part: ${filename}`);
      return { value: Number(value), path: filename, rows: count };
    });
  }

  /** The same of a statement on a connection of the session that is free. */
  async #guarded<T>(sql: string, act: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    this.#begin();
    try {
      return await this.#guard(sql, () => this.#lanes.use(act));
    } finally {
      this.#finish();
    }
  }

  async #guard<T>(sql: string, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof UserFault) throw error;
      const fault = engineDiskFault(error);
      if (fault !== null) throw fault;
      const reason = error instanceof Error ? error.message : String(error);
      throw new OwnFault(`${reason}\nSQL: ${sql}`, { cause: error });
    }
  }
}

async function appenderOf(connection: DuckDBConnection, { name, columns }: TableShape): Promise<ColumnAppender> {
  return new ColumnAppender(await connection.createAppender(name), Object.values(columns));
}

/** Without values a statement is not prepared, so that the engine reads and plans it once. */
function valuesOf(parameters: Parameters): (string | number | null)[] | undefined {
  return parameters.length === 0 ? undefined : [...parameters];
}
