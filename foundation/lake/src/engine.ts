import { createRequire } from 'node:module';

type Engine = typeof import('@duckdb/node-api');

const require = createRequire(import.meta.url);
let read: Engine | null = null;

/**
 * The SQL engine, read when it is first asked for: many commands do without it. An `import` would read the names of each of its 182 files
 * before running them: more than twice the time of a start.
 */
export function engine(): Engine {
  read ??= require('@duckdb/node-api') as Engine;
  return read;
}
