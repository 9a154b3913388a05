import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { packageAliases } from './scripts/package-aliases.mjs';
import { SlowFirst } from './scripts/workshop/slow-first.mjs';

const units = '{foundation,engines,apps}/*/src/**/*.test.{ts,tsx}';
const inProcess = '{foundation/*,engines/*,apps/office,apps/server}/test/**/*.test.ts';
/** What measures the memory of its process, which therefore holds nothing else. */
const measuring = ['engines/records/test/whole-sheet.test.ts'];
const exclude = [...configDefaults.exclude, '**/*.engines.test.ts', ...measuring];

export default defineConfig({
  resolve: { alias: packageAliases() },
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // One more than processors: the tests of commands and pages wait for other processes much of their time.
    maxWorkers: availableParallelism() + 1,
    maxConcurrency: 2,
    globalSetup: ['scripts/workshop/bundled-program.mjs', 'scripts/workshop/run-folder.mjs'],
    sequence: { sequencer: SlowFirst },
    projects: [
      // Tests of single parts share the modules that a worker has read: reading them again takes longer than the tests.
      { extends: true, test: { name: 'parts', include: [units], exclude, isolate: false } },
      // So do those of whole offices and servers in the process of the tests.
      { extends: true, test: { name: 'offices', include: [inProcess], exclude, isolate: false } },
      { extends: true, test: { name: 'measuring', include: measuring } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['{foundation,engines,apps}/*/test/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: [...exclude, inProcess],
          isolate: false,
        },
      },
    ],
  },
});
