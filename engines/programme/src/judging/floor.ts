import type { LimitTarget } from '../programme.js';
import { Decimal } from '../reading.js';
import { judgeLimit } from './limit.js';
import { isReason, type Look } from './look.js';
import { cannotTell, type Outcome, valueReasons } from './outcome.js';

/**
 * Met when the value is at least the limit, or the limit lies within the value's published precision. An estimate is
 * judged by its interval, never by its point.
 */
export function judgeFloor(target: LimitTarget, look: Look): Outcome {
  const limit = new Decimal(target.limit);
  const seen = look(target.period);
  if (isReason(seen)) return cannotTell({ reading: null, limit }, seen);
  const judged = judgeLimit(seen, { side: 'at-least', limit, form: target, precisionMeets: true });
  return { ...judged, reasons: [...judged.reasons, ...valueReasons(seen, target.period)] };
}
