import { describe, expect, it } from 'vitest';
import { judgeRun } from '../scripts/workshop/test-report.mjs';

const file = (name: string, ...statuses: string[]) => ({
  name,
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index}` })),
});
const strict = { testFiles: ['a', 'b'], strict: true };

describe('a run of the tests', () => {
  it('is good when every test of every file passed', () => {
    const judgement = judgeRun({ testResults: [file('a', 'passed', 'passed'), file('b', 'passed')] }, strict);
    expect(judgement).toEqual({ passed: 3, failed: 0, skipped: 0, faults: [] });
  });

  it.each(['skipped', 'pending', 'todo', 'disabled'])(
    'counts a %s test, and faults it where that is strict',
    (status) => {
      const report = { testResults: [file('a', 'passed', status), file('b', 'passed')] };
      expect(judgeRun(report, { ...strict, strict: false })).toEqual({ passed: 2, failed: 0, skipped: 1, faults: [] });
      expect(judgeRun(report, strict).faults).toEqual(['skipped: a > test 1']);
    },
  );

  it('names failed tests', () => {
    const judgement = judgeRun({ testResults: [file('a', 'passed', 'failed'), file('b', 'passed')] }, strict);
    expect(judgement).toEqual({ passed: 2, failed: 1, skipped: 0, faults: ['failed: a > test 1'] });
  });

  it('counts a file that breaks before its tests', () => {
    const broken = { name: 'b', status: 'failed', message: 'no such module', assertionResults: [] };
    const judgement = judgeRun({ testResults: [file('a', 'passed'), broken] }, strict);
    expect(judgement).toEqual({ passed: 1, failed: 1, skipped: 0, faults: ['failed: b no such module'] });
  });

  it('faults a test file that did not run', () => {
    expect(judgeRun({ testResults: [file('a', 'passed')] }, strict).faults).toEqual(['not run: b']);
  });

  it('faults a run without tests', () => {
    expect(judgeRun({ testResults: [] }, { testFiles: [], strict: false }).faults).toEqual(['no test ran at all']);
  });
});
