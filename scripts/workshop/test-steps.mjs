import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from './build.mjs';
import { repositoryFiles } from './repository-files.mjs';
import { root } from './root.mjs';
import { runCommand } from './run-command.mjs';
import { judgeRun } from './test-report.mjs';

/**
 * One look at the repository; `run` gives an exit code.
 * @typedef {{ title: string, run: () => Promise<number> }} Check
 */

/**
 * @param {string} title
 * @param {string} program inside a package
 * @param {string[]} parameters
 * @returns {Check}
 */
const packaged = (title, program, ...parameters) => ({
  title,
  run: () => runCommand(process.execPath, [join(root, 'node_modules', program), ...parameters], { gathered: true }),
});

/**
 * Everything that is looked at before the tests run: one group after another, the lanes of a group side by side, the checks of a lane in
 * order. What reads the types of other packages comes behind the build.
 * @type {readonly (readonly (readonly Check[])[])[]}
 */
export const checks = [
  [
    [packaged('format and lint (biome)', '@biomejs/biome/bin/biome', 'check', '.')],
    [
      {
        title: 'build',
        run: async () => {
          await build();
          return 0;
        },
      },
    ],
  ],
  [
    [packaged('lint with types (oxlint)', 'oxlint/bin/oxlint')],
    [
      packaged('types of the tests', '@typescript/native/bin/tsc', '-p', 'tsconfig.tests.json'),
      packaged(
        'boundaries between rooms (dependency-cruiser)',
        'dependency-cruiser/bin/dependency-cruise.mjs',
        ...['--config', '.dependency-cruiser.cjs', 'foundation', 'engines', 'apps'],
      ),
      packaged('unused files, exports and packages (knip)', 'knip/bin/knip.js'),
    ],
  ],
];

const engineTest = /\.engines\.test\.tsx?$/;

/**
 * Runs every test that needs no server and judges the report. `code` is the runner's own exit code.
 * @param {{ browser: string, strict: boolean }} options
 */
export function runTests({ browser, strict }) {
  const testFiles = repositoryFiles().filter((path) => /\.test\.tsx?$/.test(path) && !engineTest.test(path));
  return runVitest('vitest', { parameters: [], environment: { CHROMIUM_PATH: browser }, testFiles, strict });
}

/**
 * Runs the tests of several databases and engines and judges the report; none may be skipped.
 * @param {Record<string, string>} environment where the servers are
 * @param {readonly string[]} words only the tests whose paths hold one of them; none: all
 */
export function runEngineTests(environment, words) {
  const asked = (/** @type {string} */ path) => words.length === 0 || words.some((word) => path.includes(word));
  const testFiles = repositoryFiles().filter((path) => engineTest.test(path) && asked(path));
  const parameters = ['--config', 'vitest.engines.config.ts', ...words];
  return runVitest('vitest-engines', { parameters, environment, testFiles, strict: true });
}

/**
 * @param {string} name of the report
 * @param {{ parameters: string[], environment: Record<string, string>, testFiles: string[], strict: boolean }} options
 */
async function runVitest(name, { parameters, environment, testFiles, strict }) {
  const report = join(root, `test-output/${name}.json`);
  rmSync(report, { force: true });
  const code = await runCommand(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      ...['run', ...parameters, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    { environment },
  );
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
