import { duckDbDialect } from './duckdb-dialect.js';
import { postgresDialect } from './postgres-dialect.js';
import { trinoDialect } from './trino-dialect.js';

/** The engines that definitions run on, by name. */
export const dialects = { duckdb: duckDbDialect, trino: trinoDialect, postgres: postgresDialect } as const;
