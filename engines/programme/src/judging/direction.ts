import { yearBefore } from '@zhiheng/vocabulary';
import type { DirectionTarget } from '../programme.js';
import type { Reading } from '../reading.js';
import type { Reason } from '../reasons.js';
import { shown, shownSpan } from '../shown.js';
import { compareReadings, openReason } from './comparison.js';
import { isReason, type Look, lookAtBase } from './look.js';
import { basisOf, basisReasons, cannotTell, type Outcome, outcome, valueReasons } from './outcome.js';

/**
 * Met when the value moved the right way against the year before, of the same vintage. What the published precision or
 * the error leaves open cannot be told. Without a year before, the year before that is told and decides nothing.
 */
export function judgeDirection(target: DirectionTarget, look: Look): Outcome {
  const before = yearBefore(target.period);
  const now = look(target.period);
  const base = lookAtBase(look, before);
  if (isReason(now) || isReason(base)) {
    const sight = {
      reading: isReason(now) ? null : now,
      limit: isReason(base) ? null : base.value,
      base: isReason(base) ? null : base,
    };
    const lacks = [now, base].filter(isReason);
    return cannotTell(sight, ...lacks, ...(isReason(now) ? [] : earlierReasons(target, now, look)));
  }
  const sight = { reading: now, limit: base.value, base };
  const known = [...valueReasons(now, target.period), ...valueReasons(base, before)];
  const moved = compareReadings(now, base);
  if (moved === null) return cannotTell(sight, openReason(now, base, target), ...known);
  const basis = now.bound !== null || base.bound !== null ? 'published-bound' : basisOf(now);
  const verdict = moved === (target.direction === 'rises' ? 'rose' : 'fell') ? 'met' : 'not-met';
  const values = { from: shown(base.value, target), to: shown(now.value, target) };
  const reason: Reason = moved === 'unchanged' ? { code: moved, values: {} } : { code: moved, values };
  return outcome(verdict, basis, sight, [reason, ...basisReasons(basis), ...known]);
}

function earlierReasons(target: DirectionTarget, now: Reading, look: Look): Reason[] {
  const period = yearBefore(yearBefore(target.period));
  const earlier = look(period);
  if (isReason(earlier)) return [];
  const from = shown(earlier.value, target);
  if (compareReadings(now, earlier) !== null) return [{ code: 'earlier-apart', values: { period, from } }];
  const spans = { from: shownSpan(earlier.lower, earlier.upper, target), to: shownSpan(now.lower, now.upper, target) };
  return [{ code: 'earlier-overlaps', values: { period, ...spans } }];
}
