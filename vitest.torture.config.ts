import { defineConfig } from 'vitest/config';
import { packageAliases } from './scripts/package-aliases.mjs';

/** Kills, floods and full disks: `npm run torture`, and five times as many draws of the properties that take longest. They take minutes and stay out of `npm test`. */
export default defineConfig({
  resolve: { alias: packageAliases() },
  test: {
    globalSetup: ['scripts/workshop/bundled-program.mjs'],
    include: [
      '{foundation,engines,apps}/*/{test,torture}/**/*.torture.ts',
      'engines/indicators/test/{admission-figures,cells-equal-plain,figures-equal-plain,increments,plain-in-full}.test.ts',
    ],
    env: { ZHIHENG_THOROUGH: 'true' },
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
