import { type Dialect, standardSql } from './dialect.js';
import { quoteText } from './read-text.js';

/** DuckDB takes the standard forms as they are. */
export const duckDbDialect: Dialect = {
  ...standardSql,
  name: 'duckdb',
  wholeMatch: (operand, pattern) => `regexp_full_match(${operand}, ${quoteText(pattern)})`,
  yearsLater: (operand, years) => `CAST(${operand} + INTERVAL ${years} YEAR AS DATE)`,
};
