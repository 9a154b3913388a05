import { type Observation, type Origin, OwnFault, type Period } from '@zhiheng/vocabulary';
import type { TargetSubject } from './programme.js';
import type { ObservedValue } from './reading.js';

/** Gives the observation that a target looks at, of the origin that the target names; null where there is none. */
export type Observe = (subject: TargetSubject, period: Period, origin: Origin) => ObservedValue | null;

/**
 * Looks subjects up among the observations of one office, one dataset and one vintage. Throws `OwnFault` when two of them answer one
 * question (then offices or datasets were mixed), and where values of one origin are of two vintages.
 */
export function observeAmong(observations: Iterable<Observation>): Observe {
  const rows = new Map<string, Observation>();
  const vintages = new Map<Origin, string | null>();
  for (const row of observations) {
    const vintage = vintages.get(row.origin);
    if (vintage !== undefined && vintage !== row.vintage)
      throw new OwnFault('values of two vintages stand in one heap');
    vintages.set(row.origin, row.vintage);
    const key = placeOf(row, row.period, row.origin);
    if (rows.has(key)) throw new OwnFault(`two observations stand in one place: ${key}`);
    rows.set(key, row);
  }
  return (subject, period, origin) => rows.get(placeOf(subject, period, origin)) ?? null;
}

function placeOf({ indicator, area, breakdown, statistic }: TargetSubject, period: Period, origin: Origin): string {
  const parts = Object.entries(breakdown).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([indicator, area, parts, statistic, period, origin]);
}
