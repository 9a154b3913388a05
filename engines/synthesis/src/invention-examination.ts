import { anniversary, type DayNumber, workingDayFrom, yearOf } from './calendar.js';
import type { Examination, Outcome } from './examination.js';
import type { GrantQuota } from './grant-quota.js';
import type { Random } from './random.js';
import { valueAt } from './time-curve.js';

/** Share of applications whose examination is never requested; they count as withdrawn three years after filing. */
const neverRequested = 0.12;

/**
 * Mean months from request to closing, by day of request, set so that the mean over the cases closed in a year falls
 * from about 22 (2019) over the published 18.5 (2021) and 16.5 (2022) to 16 (2023).
 */
const pendencyMonths: readonly (readonly [number, number])[] = [
  [2016, 25],
  [2018, 22.7],
  [2019, 18.9],
  [2020, 15.6],
  [2021, 14.6],
  [2022, 16.1],
];
const pendencySpread = 0.42;
const shortestDays = 60;
const daysInMonth = 30.4375;

/** Share of examined cases closed in a year that are granted, set so that grants come near the published ones. */
const grantShares: Readonly<Record<number, number>> = {
  2018: 0.355,
  2019: 0.315,
  2020: 0.33,
  2021: 0.45,
  2022: 0.5955,
  2023: 0.7,
};

/** Request, examination and outcome of an invention. */
export function examineInvention(filed: DayNumber, random: Random, quota: GrantQuota): Examination {
  if (random.chance(neverRequested)) {
    const closed = workingDayFrom(anniversary(filed, 3) + random.between(30, 90));
    return { requested: null, closed, outcome: 'withdrawn' };
  }
  const requested = requestAfter(filed, random);
  const days = random.logNormal(valueAt(pendencyMonths, requested) * daysInMonth, pendencySpread);
  const closed = workingDayFrom(requested + Math.max(shortestDays, Math.round(days)));
  return { requested, closed, outcome: outcomeOf(closed, random, quota) };
}

/** Half at filing, most of the rest within a year, some in the third. */
function requestAfter(filed: DayNumber, random: Random): DayNumber {
  const habit = random.fraction();
  if (habit < 0.5) return filed;
  const wait = habit < 0.85 ? random.between(1, 365) : random.between(366, 1090);
  return Math.min(workingDayFrom(filed + wait), anniversary(filed, 3));
}

function outcomeOf(closed: DayNumber, random: Random, quota: GrantQuota): Outcome {
  const year = yearOf(closed);
  if (quota.decide('invention', year, grantShares[Math.min(2023, Math.max(2018, year))] ?? 0, random)) return 'granted';
  return random.chance(0.35) ? 'refused' : 'withdrawn';
}
