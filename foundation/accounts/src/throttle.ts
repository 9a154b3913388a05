/** Times in milliseconds. The first `free` failures cost nothing; then each wait is twice the one before. */
export interface ThrottleRule {
  readonly free: number;
  /** Failures are forgotten when none came for this long; longer than `longestWait`. */
  readonly window: number;
  readonly firstWait: number;
  readonly longestWait: number;
}

export interface ThrottleState {
  readonly failures: number;
  /** Milliseconds since 1970, like every moment here. */
  readonly lastAt: number;
  readonly blockedUntil: number;
  /** Attempts that were turned away since the last one that was let through. */
  readonly turnedAway: number;
}

export interface Attempt {
  /** Null when the attempt may go on; otherwise when the next one may. */
  readonly blockedUntil: number | null;
  readonly state: ThrottleState;
}

/**
 * An attempt at a moment. It counts as failed before the password is looked at, so that many at once do not slip
 * through; success takes the count away.
 */
export function attempt(before: ThrottleState | null, now: number, rule: ThrottleRule): Attempt {
  if (before !== null && now < before.blockedUntil) {
    return { blockedUntil: before.blockedUntil, state: { ...before, turnedAway: before.turnedAway + 1 } };
  }
  const remembered = before !== null && now - Math.max(before.lastAt, before.blockedUntil) < rule.window;
  const failures = remembered ? before.failures + 1 : 1;
  const wait = failures < rule.free ? 0 : Math.min(rule.longestWait, rule.firstWait * 2 ** (failures - rule.free));
  return { blockedUntil: null, state: { failures, lastAt: now, blockedUntil: now + wait, turnedAway: 0 } };
}
