import type { LakeSession } from '@zhiheng/lake';
import { type FaultReport, reportFault } from '@zhiheng/vocabulary';
import type { Check, Severity } from './check.js';
import { type CheckGround, findingSql } from './finding-sql.js';
import type { CheckReading } from './read-check.js';

/** A session over records, as far as checks ask it. */
export type CheckSession = Pick<LakeSession, 'rows' | 'registerTable'>;

/** What became of one check. */
export interface CheckResult {
  readonly id: string;
  readonly severity: Severity;
  /** Rows found; null where the check did not run. */
  readonly count: number | null;
  readonly ran: boolean;
  /** Why it did not run. */
  readonly fault: FaultReport | null;
  /** Hash of the file of the check. */
  readonly definition: string;
}

/**
 * Runs checks over the records of a session and counts what each finds. One that cannot run, for its file or its query, is told with
 * why and keeps none of the others back. `onCheck` is told before each.
 */
export async function runChecks(
  session: CheckSession,
  readings: readonly CheckReading[],
  ground: CheckGround,
  onCheck: (done: number, total: number) => void = () => {},
): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const reading of readings) {
    onCheck(results.length, readings.length);
    const { id, severity, check, definition } = reading;
    if (check === null) results.push(unreadResult(reading));
    else results.push({ id, severity, ...(await counted(session, check, ground)), definition });
  }
  return results;
}

/** The result of a check whose file cannot be read: it fails as an error, whatever severity it states. */
export function unreadResult({ id, faults, definition }: Omit<CheckReading, 'check'>): CheckResult {
  return { id, severity: 'error', count: null, ran: false, fault: reportFault(faults[0]), definition };
}

/** True where a release may not be made: an error found rows, or a check that holds back did not run. */
export function isFailing({ severity, count, ran }: CheckResult): boolean {
  return severity === 'error' && (!ran || count !== 0);
}

async function counted(session: CheckSession, check: Check, ground: CheckGround) {
  try {
    const sql = `SELECT count(*) AS found FROM (${findingSql(check, ground)}) AS finding`;
    const [row] = await session.rows<{ found: number }>(sql);
    return { count: row?.found ?? 0, ran: true, fault: null };
  } catch (error) {
    return { count: null, ran: false, fault: reportFault(error) };
  }
}
