import type { Reading } from '../reading.js';
import type { Reason } from '../reasons.js';
import { type Form, shown } from '../shown.js';

/** How a value stands to an earlier one; null where the published precision, the error or a bound leaves it open. */
export function compareReadings(now: Reading, before: Reading): 'rose' | 'fell' | 'unchanged' | null {
  const mayRise = [null, 'lower'].includes(now.bound) && [null, 'upper'].includes(before.bound);
  const mayFall = [null, 'upper'].includes(now.bound) && [null, 'lower'].includes(before.bound);
  if (mayRise && now.value.gt(before.value) && now.lower.gte(before.upper)) return 'rose';
  if (mayFall && now.value.lt(before.value) && now.upper.lte(before.lower)) return 'fell';
  const exact = now.span === 'exact' && before.span === 'exact';
  return exact && mayRise && mayFall ? 'unchanged' : null;
}

/** Why two readings cannot be told apart. */
export function openReason(now: Reading, before: Reading, form: Form): Reason {
  if (now.bound !== null || before.bound !== null) return { code: 'bound-decides-nothing', values: {} };
  const code = now.span === 'interval' || before.span === 'interval' ? 'within-error' : 'within-precision';
  return { code, values: { from: shown(before.value, form), to: shown(now.value, form) } };
}
