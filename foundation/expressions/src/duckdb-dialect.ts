import { type Dialect, standardSql } from './dialect.js';
import { quoteText } from './read-text.js';

/** DuckDB takes the standard forms as they are, but for division, which is never whole. */
export const duckDbDialect: Dialect = {
  ...standardSql,
  name: 'duckdb',
  types: { text: 'VARCHAR', integer: 'BIGINT', decimal: 'DOUBLE', date: 'DATE', boolean: 'BOOLEAN' },
  wholeMatch: (operand, pattern) => `regexp_full_match(${operand}, ${quoteText(pattern)})`,
  moved: (operand, count, unit) => `CAST(${operand} + INTERVAL (${count}) ${unit.toUpperCase()} AS DATE)`,
  daysBetween: (from, to) => `(${to} - ${from})`,
  wholeQuotient: (dividend, divisor) => `(${dividend} // ${divisor})`,
};
