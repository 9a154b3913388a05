import { duckDbDialect } from './duckdb-dialect.js';
import type { Expression } from './expression.js';
import { printSql } from './print-sql.js';

/** `printSql` for DuckDB. */
export function printDuckDb(tree: Expression, column?: (name: string) => string): string {
  return printSql(tree, duckDbDialect, column === undefined ? {} : { column });
}
