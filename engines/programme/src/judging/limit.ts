import type { Decimal, Reading } from '../reading.js';
import type { Reason } from '../reasons.js';
import { type Form, shown, shownLimit } from '../shown.js';
import { basisOf, basisReasons, cannotTell, type Outcome, outcome } from './outcome.js';

/** `at-most`: a ceiling. `at-least`: a floor, or the least growth. */
export type Side = 'at-most' | 'at-least';

export interface LimitRule {
  readonly side: Side;
  readonly limit: Decimal;
  readonly form: Form;
  /** True when a limit inside the published precision of the value counts as reached. */
  readonly precisionMeets: boolean;
}

/**
 * One value against one limit. An interval decides only when it lies wholly on one side; a published bound only when it
 * says enough; a limit inside a published value's precision is met where the rule says so; else the point decides.
 */
export function judgeLimit(reading: Reading, rule: LimitRule): Outcome {
  if (reading.span === 'interval') return byInterval(reading, rule);
  if (reading.bound !== null) return byBound(reading, rule);
  const { limit, precisionMeets } = rule;
  const sight = { reading, limit };
  const reached = reading.published && reading.lower.lte(limit) && reading.upper.gte(limit);
  if (reached && precisionMeets) {
    return outcome('met', 'published-precision', sight, [{ code: 'at-published-precision', values: {} }]);
  }
  const basis = basisOf(reading);
  const reasons = basisReasons(basis);
  if (reached && reading.span === 'precision') {
    reasons.push({ code: 'precision-reaches-limit', values: { limit: shownLimit(limit, rule.form) } });
  }
  return keeps(reading.value, rule)
    ? outcome('met', basis, sight, reasons)
    : outcome('not-met', basis, sight, [missed(rule), ...reasons]);
}

function byInterval(reading: Reading, rule: LimitRule): Outcome {
  const sight = { reading, limit: rule.limit };
  const { lower, upper } = reading;
  const form = rule.form;
  const values = { lower: shown(lower, form), upper: shown(upper, form), limit: shownLimit(rule.limit, form) };
  const keptByLower = keeps(lower, rule);
  if (keptByLower !== keeps(upper, rule)) return cannotTell(sight, { code: 'interval-holds-limit', values });
  const reason: Reason = { code: 'interval-beside-limit', values };
  return keptByLower
    ? outcome('met', 'interval', sight, [reason])
    : outcome('not-met', 'interval', sight, [missed(rule), reason]);
}

/** "At least v" can keep a floor and break a ceiling, never the other way round; "at most v" mirrors it. */
function byBound(reading: Reading, rule: LimitRule): Outcome {
  const sight = { reading, limit: rule.limit };
  const said = reading.bound === 'lower' ? 'published-lower-bound' : 'published-upper-bound';
  const reasons: Reason[] =
    reading.bound === 'open'
      ? []
      : [{ code: said, values: { value: shown(reading.value, rule.form), unit: rule.form.unit ?? '' } }];
  const kept = keeps(reading.value, rule);
  const canKeep = reading.bound === (rule.side === 'at-least' ? 'lower' : 'upper');
  if (kept && canKeep) return outcome('met', 'published-bound', sight, reasons);
  if (!kept && !canKeep && reading.bound !== 'open') {
    return outcome('not-met', 'published-bound', sight, [missed(rule), ...reasons]);
  }
  return cannotTell(sight, ...reasons, { code: 'bound-decides-nothing', values: {} });
}

function keeps(value: Decimal, { side, limit }: LimitRule): boolean {
  return side === 'at-least' ? value.gte(limit) : value.lte(limit);
}

function missed({ side, limit, form }: LimitRule): Reason {
  return { code: side === 'at-least' ? 'below-limit' : 'above-limit', values: { limit: shownLimit(limit, form) } };
}
