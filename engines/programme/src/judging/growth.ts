import { yearBefore } from '@zhiheng/vocabulary';
import type { GrowthTarget } from '../programme.js';
import { Decimal, less, quotient } from '../reading.js';
import { judgeLimit } from './limit.js';
import { isReason, type Look, lookAtBase } from './look.js';
import { cannotTell, type Outcome, valueReasons } from './outcome.js';

/**
 * Met when value ÷ value of the year before − 1 is at least the limit; both in one unit, the quotient unrounded. Both
 * values must come from one effective date: that is the caller's to see to.
 */
export function judgeGrowth(target: GrowthTarget, look: Look): Outcome {
  const limit = new Decimal(target.limit);
  const before = yearBefore(target.period);
  const current = look(target.period, null);
  const base = lookAtBase(look, before, isReason(current) ? null : current.unit);
  const nothing = {
    reading: null,
    limit,
    current: isReason(current) ? null : current,
    base: isReason(base) ? null : base,
  };
  if (isReason(current) || isReason(base)) return cannotTell(nothing, ...[current, base].filter(isReason));
  if (!base.lower.gt(0)) return cannotTell(nothing, { code: 'base-not-positive', values: { period: before } });
  const growth = less(quotient(current, base, 'growth-rate'), 1);
  const judged = judgeLimit(growth, { side: 'at-least', limit, form: target, precisionMeets: false });
  const known = [...valueReasons(current, target.period), ...valueReasons(base, before)];
  return { ...judged, sight: { ...judged.sight, current, base }, reasons: [...judged.reasons, ...known] };
}
