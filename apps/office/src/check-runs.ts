import type { CheckResult } from '@zhiheng/records';
import type { Checked } from './checked.js';
import type { Office } from './office.js';

/** What one check found when it last ran over some records. */
export interface KnownResult {
  /** Moment of the run. */
  readonly at: string;
  readonly result: CheckResult;
}

/** Records whose results are remembered at a time: what is loaded, and some releases. */
const remembered = 8;

/**
 * What the checks found since this process owns the office, for each manifest and day: the same check over the same records finds
 * the same. What has to last is kept with a release.
 */
export class CheckRuns {
  readonly #known = new Map<string, Map<string, KnownResult>>();

  /** Results over these records by the id of the check; those of an older file of a check among them. */
  of(checked: Checked): ReadonlyMap<string, KnownResult> {
    return this.#known.get(keyOf(checked)) ?? new Map();
  }

  remember(checked: Checked, results: readonly CheckResult[], at: string): void {
    const key = keyOf(checked);
    const known = this.#known.get(key) ?? new Map<string, KnownResult>();
    for (const result of results) known.set(result.id, { at, result });
    // The newest last, so that the oldest is the first to go.
    this.#known.delete(key);
    this.#known.set(key, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > remembered && oldest !== undefined) this.#known.delete(oldest);
  }
}

const keyOf = ({ hash, ground }: Checked): string => `${hash} ${ground.asOf}`;

const runs = new WeakMap<Office, CheckRuns>();

/** What checks found in an office since this process owns it. */
export function checkRuns(office: Office): CheckRuns {
  const found = runs.get(office) ?? new CheckRuns();
  runs.set(office, found);
  return found;
}
