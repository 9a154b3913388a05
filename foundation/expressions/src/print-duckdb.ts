import { duckDbDialect } from './duckdb-dialect.js';
import type { Expression } from './expression.js';
import { SqlPrinter } from './sql-printer.js';

/**
 * The tree as a SQL condition for DuckDB. `column` gives the SQL text that stands for a column, such as `p."kind"`, and
 * is taken as it is; by default the column name in double quotes. A condition that is joined to others by the caller
 * belongs in parentheses.
 */
export function printDuckDb(tree: Expression, column?: (name: string) => string): string {
  return new SqlPrinter(duckDbDialect, column).print(tree);
}
