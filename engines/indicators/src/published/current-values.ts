import { type Day, lastDayOf } from '@zhiheng/vocabulary';
import type { PublishedValue } from './published-value.js';

/** A day, or everything that was ever published. */
export type EffectiveDate = Day | 'latest';

/**
 * For each series, area, period and scope the last value published by the effective date. A partial date of publication
 * counts as its last day; a value without a date counts as known always, and gives way to a dated one. Superseded values
 * are left out always, so before the revision is out there is no value. Of two published on one day the later line holds.
 */
export function currentValues(
  values: readonly PublishedValue[],
  { effective }: { effective: EffectiveDate },
): PublishedValue[] {
  const current = new Map<string, PublishedValue>();
  for (const value of values) {
    if (value.status === 'superseded') continue;
    const known = knownSince(value);
    if (effective !== 'latest' && known > effective) continue;
    const key = [value.series, value.area, value.period, value.scope].join('\n');
    const before = current.get(key);
    if (before === undefined || knownSince(before) <= known) current.set(key, value);
  }
  return [...current.values()];
}

function knownSince(value: PublishedValue): Day {
  return value.publishedOn === null ? '' : (lastDayOf(value.publishedOn) ?? '');
}
