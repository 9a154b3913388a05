import type { HoldTarget } from '../programme.js';
import { Decimal, type Reading } from '../reading.js';
import type { Reason } from '../reasons.js';
import { shown, shownLimit } from '../shown.js';
import { isReason, type Look } from './look.js';
import { basisOf, basisReasons, cannotTell, type Outcome, outcome, valueReasons } from './outcome.js';

/** Met when the value lies within the tolerance of the limit, its ends included. */
export function judgeHold(target: HoldTarget, look: Look): Outcome {
  const limit = new Decimal(target.limit);
  const seen = look(target.period);
  if (isReason(seen)) return cannotTell({ reading: null, limit }, seen);
  const low = limit.minus(target.tolerance);
  const high = limit.plus(target.tolerance);
  const values = { limit: shownLimit(limit, target), tolerance: shownLimit(target.tolerance, target) };
  const sight = { reading: seen, limit };
  const within: Reason = { code: 'within-tolerance', values };
  const outside: Reason = { code: 'outside-tolerance', values };
  if (seen.bound !== null) {
    const surelyOut = (seen.bound === 'lower' && seen.value.gt(high)) || (seen.bound === 'upper' && seen.value.lt(low));
    if (surelyOut) return outcome('not-met', 'published-bound', sight, [outside]);
    return cannotTell(sight, { code: 'bound-decides-nothing', values: {} });
  }
  const { lower, upper } = judgedSpan(seen);
  const basis = basisOf(seen);
  const reasons = [...basisReasons(basis), ...valueReasons(seen, target.period)];
  if (lower.gte(low) && upper.lte(high)) return outcome('met', basis, sight, [within, ...reasons]);
  if (upper.lt(low) || lower.gt(high)) return outcome('not-met', basis, sight, [outside, ...reasons]);
  const ends = { lower: shown(lower, target), upper: shown(upper, target) };
  return cannotTell(sight, {
    code: 'interval-holds-limit',
    values: { ...ends, limit: boundary(lower, low, high, target) },
  });
}

/** The end of the tolerance that an interval straddles. */
function boundary(lower: Decimal, low: Decimal, high: Decimal, target: HoldTarget): string {
  return shownLimit(lower.lt(low) ? low : high, target);
}

/** An interval is judged whole; a value at its point, for a tolerance is wider than any precision should be. */
function judgedSpan(reading: Reading): { lower: Decimal; upper: Decimal } {
  return reading.span === 'interval' ? reading : { lower: reading.value, upper: reading.value };
}
