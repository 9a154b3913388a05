import type { LakeSession } from '@zhiheng/lake';
import { type FaultReport, type RecordTable, reportFault } from '@zhiheng/vocabulary';
import type { Check, Severity } from './check.js';
import { type CheckGround, findingSql, isRowwise, rowTest } from './finding-sql.js';
import type { CheckReading } from './read-check.js';
import { besideOf, relationSql } from './relation-sql.js';

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
 * why and keeps none of the others back. `onCheck` is told before each that is run, or before several that look at the same rows
 * and are run together.
 */
export async function runChecks(
  session: CheckSession,
  readings: readonly CheckReading[],
  ground: CheckGround,
  onCheck: (done: number, total: number) => void = () => {},
): Promise<CheckResult[]> {
  const counts = new Map<Check, Counted>();
  for (const together of lookingAlike(readings, ground)) {
    onCheck(counts.size, readings.length);
    for (const [check, one] of await countTogether(session, together, ground)) counts.set(check, one);
  }
  return readings.map((reading) => {
    const found = reading.check === null ? undefined : counts.get(reading.check);
    if (found === undefined) return unreadResult(reading);
    return { id: reading.id, severity: reading.severity, ...found, definition: reading.definition };
  });
}

/** The result of a check whose file cannot be read: it fails as an error, whatever severity it states. */
export function unreadResult({ id, faults, definition }: Omit<CheckReading, 'check'>): CheckResult {
  return { id, severity: 'error', count: null, ran: false, fault: reportFault(faults[0]), definition };
}

/** True where a release may not be made: an error found rows, or a check that holds back did not run. */
export function isFailing({ severity, count, ran }: CheckResult): boolean {
  return severity === 'error' && (!ran || count !== 0);
}

type Counted = Pick<CheckResult, 'count' | 'ran' | 'fault'>;

/** Checks that read the same rows stand together, so that tables of millions of rows are joined once. */
function lookingAlike(readings: readonly CheckReading[], ground: CheckGround): Check[][] {
  const alike = new Map<string, Check[]>();
  for (const { id, check } of readings) {
    if (check === null) continue;
    const rows = isRowwise(check)
      ? besideOf(check.table as RecordTable, rowTest(check, ground).columns)
      : `alone ${id}`;
    alike.set(rows, [...(alike.get(rows) ?? []), check]);
  }
  return [...alike.values()];
}

async function countTogether(
  session: CheckSession,
  checks: readonly Check[],
  ground: CheckGround,
): Promise<[Check, Counted][]> {
  const rowwise = checks.filter(isRowwise);
  const [first] = rowwise;
  if (first !== undefined && rowwise.length > 1) {
    const tests = rowwise.map((check) => rowTest(check, ground));
    const columns = tests.flatMap((test) => test.columns);
    const found = tests.map(({ condition }, index) => `count(*) FILTER (WHERE ${condition}) AS found_${index}`);
    try {
      const [row] = await session.rows<Record<string, number>>(
        `SELECT ${found.join(', ')} FROM (${relationSql(first.table as RecordTable, columns, ground.asOf)}) AS looked`,
      );
      return rowwise.map((check, index) => [check, { count: row?.[`found_${index}`] ?? 0, ran: true, fault: null }]);
    } catch {
      // Which of them cannot run shows when each runs alone.
    }
  }
  const counts: [Check, Counted][] = [];
  for (const check of checks) counts.push([check, await counted(session, check, ground)]);
  return counts;
}

async function counted(session: CheckSession, check: Check, ground: CheckGround): Promise<Counted> {
  try {
    const sql = `SELECT count(*) AS found FROM (${findingSql(check, ground)}) AS finding`;
    const [row] = await session.rows<{ found: number }>(sql);
    return { count: row?.found ?? 0, ran: true, fault: null };
  } catch (error) {
    return { count: null, ran: false, fault: reportFault(error) };
  }
}
