import type { CheckResult } from '@zhiheng/records';
import type { AcceptedCheck } from './accepted-checks.js';
import type { CheckHistoryRow } from './answers.js';
import { type KeptChecks, keptHash } from './checks.js';
import type { Office } from './office.js';

/** What the checks found in one release, and what was accepted when it was made. */
export interface ReleasedChecks {
  readonly release: string;
  readonly time: string;
  readonly person: string;
  readonly results: readonly CheckResult[];
  readonly accepted: readonly AcceptedCheck[];
}

/** Of the newest releases that keep what checks found, the oldest first. Looked up, never counted again. */
export async function releasedChecks(office: Office, newest = Number.POSITIVE_INFINITY): Promise<ReleasedChecks[]> {
  const acts = (await office.ledger.acts('release')).filter(({ after }) => keptHash(after) !== null);
  return Promise.all(
    acts.slice(-newest).map(async ({ object, time, person, after }) => ({
      release: object,
      time,
      person,
      results: ((await office.store.getJson(keptHash(after) ?? '')) as KeptChecks).results,
      accepted: (after as { readonly accepted?: readonly AcceptedCheck[] } | null)?.accepted ?? [],
    })),
  );
}

/** What one check found in releases, with who accepted it and why. */
export function historyOf(id: string, releases: readonly ReleasedChecks[]): CheckHistoryRow[] {
  return releases.flatMap(({ release, time, person, results, accepted }) => {
    const result = results.find((one) => one.id === id);
    if (result === undefined) return [];
    const acceptance = accepted.find(({ check }) => check === id);
    return {
      release,
      createdAt: time,
      count: result.count,
      ran: result.ran,
      severity: result.severity,
      accepted: acceptance === undefined ? null : { by: person, reason: acceptance.reason },
    };
  });
}
