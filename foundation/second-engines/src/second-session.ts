import type { Dialect } from '@zhiheng/expressions';
import type { ColumnType, Scope } from '@zhiheng/vocabulary';

export type Value = string | number | null;
export type Columns = Readonly<Record<string, ColumnType>>;

/** A session over the whole office on another engine, asked like one of the lake. Each has a schema of its own. */
export interface SecondSession {
  readonly scope: Scope;
  /** The SQL that it understands. */
  readonly dialect: Dialect;
  /** Runs a statement that gives no rows. A failing one throws our own fault with its SQL, as all others do. */
  run(sql: string): Promise<void>;
  /** All rows of a query; dates come as `YYYY-MM-DD`, numbers of every type as numbers. `?` stands for a parameter. */
  rows<T extends object>(sql: string, parameters?: readonly Value[]): Promise<T[]>;
  /** Creates a table and fills it with rows, or replaces the one of that name. */
  registerTable(name: string, columns: Columns, rows: readonly (readonly Value[])[]): Promise<void>;
  /** Keeps the rows of a query as a table, or replaces the one of that name. */
  keep(name: string, sql: string): Promise<void>;
  /** Writes the rows of a query as a Parquet file; gives their number. */
  writeParquet(sql: string, path: string): Promise<number>;
  /** Ends the session and drops what it made. */
  close(): Promise<void>;
}
