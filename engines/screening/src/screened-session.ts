/**
 * The SQL session that detectors read a release through: its views hold the rows of the canonical tables of the vocabulary. Statements keep
 * to what several engines say alike.
 */
export interface ScreenedSession {
  /** All rows of a query; dates come as `YYYY-MM-DD`, counts as numbers. */
  rows<T extends object>(sql: string, parameters?: readonly (string | number | null)[]): Promise<T[]>;
  /** The same in batches, in bounded memory. */
  stream<T extends object>(sql: string): AsyncIterable<T[]>;
  /** Creates a table, or replaces the one of that name. */
  registerTable(
    name: string,
    columns: Readonly<Record<string, 'text' | 'integer' | 'date'>>,
    rows: readonly (readonly (string | number | null)[])[],
  ): Promise<void>;
  /** Keeps the rows of a query under a name, or replaces what was kept under it. */
  keep(name: string, sql: string): Promise<void>;
}

/** SQL of the key of `party_names` over a row of holders that stands under an alias. */
export type HolderKeySql = (alias: string) => string;
