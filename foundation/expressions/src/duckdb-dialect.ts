import { type Dialect, standardSql } from './dialect.js';

/** DuckDB takes the standard forms as they are. */
export const duckDbDialect: Dialect = { ...standardSql, name: 'duckdb' };
