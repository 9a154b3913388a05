import { configDefaults, defineConfig } from 'vitest/config';
import { packageAliases } from './scripts/package-aliases.mjs';

export default defineConfig({
  resolve: { alias: packageAliases() },
  test: {
    include: ['{foundation,engines,apps}/*/{src,test}/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, '**/*.engines.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
