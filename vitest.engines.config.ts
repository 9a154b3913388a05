import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { packageAliases } from './scripts/package-aliases.mjs';
import { SlowFirst } from './scripts/workshop/slow-first.mjs';

/**
 * What runs on several databases and engines: `npm run engines`, which finds or starts PostgreSQL and Trino and hands their addresses over as
 * `PG_URL`, `TRINO_URL` and `TRINO_WAREHOUSE`.
 */
export default defineConfig({
  resolve: { alias: packageAliases() },
  test: {
    globalSetup: ['scripts/workshop/bundled-program.mjs'],
    sequence: { sequencer: SlowFirst },
    include: ['{foundation,engines,apps}/*/{src,test}/**/*.engines.test.ts'],
    // A test waits for its engine most of the time; one engine carries out all that is asked of it, in its own memory.
    maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
