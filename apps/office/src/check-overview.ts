import { type CheckReading, type CheckResult, isFailing, readChecks, unreadResult } from '@zhiheng/records';
import type { CheckOverviewAnswer, CheckStanding } from './answers.js';
import { checkRuns } from './check-runs.js';
import type { Checked } from './checked.js';
import { checkedIfAny, withWords } from './checks.js';
import type { Office } from './office.js';
import { historyOf, releasedChecks } from './released-checks.js';
import { runningJobs } from './running-jobs.js';

/** Releases that a trend shows. */
const trendLength = 24;

/**
 * How the checks stand over a release, or over what is loaded: what is known of each, and what it found in releases. Runs none; one
 * that has not run over these records yet is `pending`.
 */
export async function checkOverview(office: Office, release?: string): Promise<CheckOverviewAnswer> {
  const checked = await checkedIfAny(office, release);
  const readings = readChecks(office.definitionsFolder);
  const known = new Map(checked === null ? [] : knownResults(office, checked).map((one) => [one.id, one]));
  const releases = await releasedChecks(office, trendLength);
  const runs = checked === null ? [] : [...checkRuns(office).of(checked).values()];
  return {
    release: release ?? null,
    loaded: checked !== null,
    asOf: checked?.ground.asOf ?? null,
    ranAt:
      runs
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? null,
    running: runningCheck(office, release),
    checks: readings.map((reading) => {
      const standing = standingOf(reading, known.get(reading.id));
      return { ...standing, trend: historyOf(reading.id, releases) };
    }),
  };
}

/** Results that stand: those kept with a release or found since, of the file of the check as it is now; a file at fault always fails. */
export function knownResults(office: Office, checked: Checked): CheckResult[] {
  const found = [...checked.kept, ...[...checkRuns(office).of(checked).values()].map(({ result }) => result)];
  const known = new Map(found.map((result) => [`${result.id} ${result.definition}`, result]));
  return readChecks(office.definitionsFolder).flatMap((reading) => {
    if (reading.check === null) return unreadResult(reading);
    return known.get(`${reading.id} ${reading.definition}`) ?? [];
  });
}

function standingOf(reading: CheckReading, result: CheckResult | undefined): Omit<CheckStanding, 'trend'> {
  const { id, severity, definition } = reading;
  const unknown = { id, severity, count: null, ran: false, fault: null, definition };
  const [answer] = withWords([result ?? unknown], [reading]);
  const state = result === undefined ? 'pending' : result.ran ? 'ran' : 'failed';
  return { ...(answer as CheckStanding), state, holdsBack: result !== undefined && isFailing(result) };
}

function runningCheck(office: Office, release?: string): CheckOverviewAnswer['running'] {
  const job = runningJobs(office)
    .list()
    .find(({ command, about, endedAt }) => command === 'check' && endedAt === null && about[0] === release);
  return job === undefined ? null : { id: job.id, person: job.person, progress: job.progress };
}
