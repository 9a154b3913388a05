import { defineConfig } from 'vitest/config';
import { packageAliases } from './scripts/package-aliases.mjs';

/** Kills, floods and full disks: `npm run torture`. They take minutes and stay out of `npm test`. */
export default defineConfig({
  resolve: { alias: packageAliases() },
  test: {
    globalSetup: ['scripts/workshop/bundled-program.mjs'],
    include: ['{foundation,engines,apps}/*/{test,torture}/**/*.torture.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
