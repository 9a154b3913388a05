import { yearBefore } from '@zhiheng/vocabulary';
import type { QualitativeTarget, QualitativeTest } from '../programme.js';
import { less } from '../reading.js';
import type { Reason } from '../reasons.js';
import { shown } from '../shown.js';
import { compareReadings, openReason } from './comparison.js';
import { isReason, type Look, lookAtBase } from './look.js';
import { basisOf, basisReasons, cannotTell, type Outcome, outcome, valueReasons } from './outcome.js';

/** Judged by the test that the programme states: not below the year before by more than a margin. */
export function judgeQualitative(target: QualitativeTarget, test: QualitativeTest, look: Look): Outcome {
  const before = yearBefore(target.period);
  const now = look(target.period);
  const base = lookAtBase(look, before);
  if (isReason(now) || isReason(base)) {
    const sight = {
      reading: isReason(now) ? null : now,
      limit: isReason(base) ? null : base.value,
      base: isReason(base) ? null : base,
    };
    return cannotTell(sight, ...[now, base].filter(isReason));
  }
  const sight = { reading: now, limit: base.value, base };
  const known = [...valueReasons(now, target.period), ...valueReasons(base, before)];
  const least = less(base, test.margin);
  const moved = compareReadings(now, least);
  // A point that is not lower is not below; only an interval or a bound must clear the line whole.
  const pointDecides = now.bound === null && base.bound === null && now.span !== 'interval' && base.span !== 'interval';
  const kept = moved === 'rose' || moved === 'unchanged' || (pointDecides && now.value.gte(least.value));
  if (!kept && moved === null) return cannotTell(sight, openReason(now, base, target), ...known);
  const basis = now.bound !== null || base.bound !== null ? 'published-bound' : basisOf(now);
  const reason: Reason = {
    code: kept ? 'not-below-year-before' : 'below-year-before',
    values: { before: shown(base.value, target) },
  };
  return outcome(kept ? 'met' : 'not-met', basis, sight, [reason, ...basisReasons(basis), ...known]);
}
