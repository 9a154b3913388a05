/**
 * What the test runner writes of one run.
 * @typedef {{ status: string, fullName: string }} TestResult
 * @typedef {{ name: string, status: string, message?: string, assertionResults: TestResult[] }} FileResult
 * @typedef {{ testResults: FileResult[] }} RunReport
 *
 * @typedef {object} RunJudgement
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped tests marked to be skipped or still to be written
 * @property {string[]} faults sentences; the run is good exactly when there are none
 */

/**
 * Judges a run of the tests: counts, and everything that makes it bad. A file that fails before its tests begin counts as one failure.
 * @param {RunReport} report
 * @param {object} options
 * @param {readonly string[]} options.testFiles every test file there is, by the paths of the report
 * @param {boolean} options.strict a skipped test is a fault
 * @returns {RunJudgement}
 */
export function judgeRun(report, { testFiles, strict }) {
  const tests = report.testResults.flatMap((file) =>
    file.assertionResults.map(({ status, fullName }) => ({ status, title: `${file.name} > ${fullName}` })),
  );
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failures = tests.filter(({ status }) => status === 'failed');
  const skips = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  const seen = new Set(report.testResults.map(({ name }) => name));
  const faults = [
    ...failures.map(({ title }) => `failed: ${title}`),
    ...brokenFiles.map(({ name, message = '' }) => `failed: ${name} ${message}`.trim()),
    ...(strict ? skips.map(({ title }) => `skipped: ${title}`) : []),
    ...testFiles.filter((file) => !seen.has(file)).map((file) => `not run: ${file}`),
    ...(tests.length === 0 ? ['no test ran at all'] : []),
  ];
  return { passed, failed: failures.length + brokenFiles.length, skipped: skips.length, faults };
}
