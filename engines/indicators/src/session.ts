import type { Dialect } from '@zhiheng/expressions';
import type { Scope } from '@zhiheng/vocabulary';

/**
 * The SQL session that this engine reads a release through. Its views `patents`, `patent_texts`, `patent_states`,
 * `patent_classes`, `patent_holders`, … hold the live rows of one frozen release that its scope shows: their
 * columns are `patentTables` of the vocabulary, and they do not change while the session is open.
 */
export interface RecordSession {
  /** What the views show. Figures are made in sessions that see everything. */
  readonly scope: Scope;
  /** The SQL that the session understands. */
  readonly dialect: Dialect;
  /** All rows of a query; dates come as `YYYY-MM-DD`, counts as numbers. */
  rows<T extends object>(sql: string, parameters?: readonly (string | number | null)[]): Promise<T[]>;
  /** Creates a table, or replaces the one of that name. */
  registerTable(
    name: string,
    columns: Readonly<Record<string, 'text' | 'integer' | 'date'>>,
    rows: readonly (readonly (string | number | null)[])[],
  ): Promise<void>;
  /** Keeps the rows of a query under a name, or replaces what was kept under it; for what several queries read. */
  keep(name: string, sql: string): Promise<void>;
}

/** A session that writes files too. */
export interface WritingSession extends RecordSession {
  /** Writes the rows of a query as a Parquet file; gives their number. */
  writeParquet(sql: string, path: string): Promise<number>;
}
