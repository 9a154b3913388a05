import { callName } from './calls-of.js';
import type { Dialect } from './dialect.js';
import type { Expression } from './expression.js';
import { type SqlNames, SqlPrinter } from './sql-printer.js';

/**
 * The tree as SQL of a dialect: a condition, or a date. `column` gives the SQL text that stands for a column of the record,
 * such as `p."kind"`, and `call` that of the answer to a question about one of its lists (see `callRelation`); both are taken
 * as they are. By default they are the quoted names. What is joined to other SQL by the caller belongs in parentheses.
 */
export function printSql(tree: Expression, dialect: Dialect, names: Partial<SqlNames> = {}): string {
  const { column = dialect.identifier, call = (asked) => dialect.identifier(callName(asked)) } = names;
  return new SqlPrinter(dialect, { column, call }).print(tree);
}
