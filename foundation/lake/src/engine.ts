import { createRequire } from 'node:module';

/** The SQL engine. An `import` would read the names of each of its 182 files before running them: more than twice the time of a start. */
export const engine = createRequire(import.meta.url)('@duckdb/node-api') as typeof import('@duckdb/node-api');
