import { defineConfig } from 'vitest/config';
import { packageAliases } from './scripts/package-aliases.mjs';

/** What runs on both databases: `npm run engines`, which finds or starts PostgreSQL and hands its address over as `PG_URL`. */
export default defineConfig({
  resolve: { alias: packageAliases() },
  test: {
    include: ['{foundation,engines,apps}/*/{src,test}/**/*.engines.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
