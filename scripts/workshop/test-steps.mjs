import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from './build.mjs';
import { repositoryFiles } from './repository-files.mjs';
import { root } from './root.mjs';
import { runCommand } from './run-command.mjs';
import { judgeRun } from './test-report.mjs';

/** @param {string[]} words a program inside a package, then its parameters */
const packaged = ([program = '', ...parameters]) =>
  runCommand(process.execPath, [join(root, 'node_modules', program), ...parameters]);

/**
 * Everything that is looked at before the tests run, in order. Each gives an exit code.
 * @type {readonly { title: string, run: () => Promise<number> }[]}
 */
export const checks = [
  { title: 'format and lint (biome)', run: () => packaged(['@biomejs/biome/bin/biome', 'check', '.']) },
  {
    title: 'build',
    run: async () => {
      await build();
      return 0;
    },
  },
  { title: 'lint with types (eslint)', run: () => packaged(['eslint/bin/eslint.js', '.', '--max-warnings=0']) },
  { title: 'types of the tests', run: () => packaged(['typescript/bin/tsc', '-p', 'tsconfig.tests.json']) },
  {
    title: 'boundaries between rooms (dependency-cruiser)',
    run: () =>
      packaged([
        'dependency-cruiser/bin/dependency-cruise.mjs',
        ...['--config', '.dependency-cruiser.cjs', 'foundation', 'engines', 'apps'],
      ]),
  },
  { title: 'unused files, exports and packages (knip)', run: () => packaged(['knip/bin/knip.js']) },
];

/**
 * Runs every test and judges the report. `code` is the runner's own exit code.
 * @param {{ browser: string, strict: boolean }} options
 */
export async function runTests({ browser, strict }) {
  const report = join(root, 'test-output/vitest.json');
  rmSync(report, { force: true });
  const code = await runCommand(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    { environment: { CHROMIUM_PATH: browser } },
  );
  const testFiles = repositoryFiles().filter((path) => /\.test\.tsx?$/.test(path));
  return { code, judgement: judgeRun(readReport(report), { testFiles, strict }) };
}

/**
 * The report with paths in the repository; an empty one when the runner ended before writing it.
 * @param {string} path
 * @returns {import('./test-report.mjs').RunReport}
 */
function readReport(path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    for (const file of report.testResults) file.name = relative(root, file.name);
    return report;
  } catch {
    return { testResults: [] };
  }
}
