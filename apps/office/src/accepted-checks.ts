import { type CheckResult, isFailing } from '@zhiheng/records';
import { nearestWord, UserFault } from '@zhiheng/vocabulary';

/** A check accepted by name, as the act of its release keeps it. */
export interface AcceptedCheck {
  readonly check: string;
  /** Rows found; null where the check did not run. */
  readonly count: number | null;
  readonly reason: string;
}

/**
 * The failing checks that are accepted, each with its reason. Throws `checks-failed` with the others and their counts, `check-unknown`
 * for an acceptance of what is no check, `usage` for one without a reason.
 */
export function acceptedChecks(
  results: readonly CheckResult[],
  accept: readonly { readonly check: string; readonly reason: string }[],
): AcceptedCheck[] {
  const reasons = new Map(accept.map(({ check, reason }) => [check, reason.trim()]));
  for (const [check, reason] of reasons) {
    if (!results.some(({ id }) => id === check)) throw unknown(check, results);
    if (reason !== '') continue;
    const what = `${check} is accepted without a reason`;
    throw new UserFault('usage', { found: check, expected: '--accept CHECK --reason TEXT', values: { what } });
  }
  const failing = results.filter(isFailing);
  const open = failing.filter(({ id }) => !reasons.has(id));
  if (open.length > 0) {
    const told = ({ id, count }: CheckResult) => `${id} ${count === null ? 'did not run' : count}`;
    const what = open.map(told).join(', ');
    throw new UserFault('checks-failed', { found: what, expected: 'no rows, or an acceptance', values: { what } });
  }
  return failing.map(({ id, count }) => ({ check: id, count, reason: reasons.get(id) ?? '' }));
}

function unknown(check: string, results: readonly CheckResult[]): UserFault {
  const ids = results.map(({ id }) => id);
  const didYouMean = nearestWord(check, ids);
  return new UserFault('check-unknown', {
    found: check,
    expected: 'an id of `zhiheng check`',
    ...(didYouMean === null ? {} : { didYouMean }),
  });
}
