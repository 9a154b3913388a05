import { defineConfig } from 'vitest/config';
import { packageAliases } from './scripts/package-aliases.mjs';

/**
 * What runs on several databases and engines: `npm run engines`, which finds or starts PostgreSQL and Trino and hands their addresses over as
 * `PG_URL`, `TRINO_URL` and `TRINO_WAREHOUSE`.
 */
export default defineConfig({
  resolve: { alias: packageAliases() },
  test: {
    globalSetup: ['scripts/workshop/bundled-program.mjs'],
    include: ['{foundation,engines,apps}/*/{src,test}/**/*.engines.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
