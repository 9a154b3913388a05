// Only what needs types and Biome cannot see. Two programs hold every file: the pages have their own settings.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parser, plugin } from 'typescript-eslint';

export default [
  { ignores: ['**/dist/', '**/fixtures/', '**/golden/', 'data/', 'test-output/', '**/*.{js,mjs,cjs}'] },
  {
    files: ['{foundation,engines,apps}/**/*.{ts,tsx}', 'test/**/*.ts', 'vitest.config.ts'],
    languageOptions: {
      parser,
      parserOptions: {
        project: ['./tsconfig.tests.json', './apps/web/tsconfig.json'],
        tsconfigRootDir: dirname(fileURLToPath(import.meta.url)),
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { '@typescript-eslint': plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/only-throw-error': [
        'error',
        // The router of the pages is told to go elsewhere by throwing.
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: 'Redirect' }] },
      ],
    },
  },
];
