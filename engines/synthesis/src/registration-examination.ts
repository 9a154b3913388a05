import { type DayNumber, workingDayFrom, yearOf } from './calendar.js';
import type { Examination } from './examination.js';
import type { GrantQuota } from './grant-quota.js';
import type { OfficeKind } from './office-volumes.js';
import type { Random } from './random.js';
import { valueAt } from './time-curve.js';

type RegisteredKind = Exclude<OfficeKind, 'invention'>;

/** Mean months from filing to closing, by day of filing; grants follow about a month later. Assumed. */
const closingMonths: Readonly<Record<RegisteredKind, readonly (readonly [number, number])[]>> = {
  utility_model: [
    [2018, 7.5],
    [2020, 7.5],
    [2021, 5.2],
  ],
  design: [
    [2018, 5],
    [2021, 4.6],
  ],
};

/** Share of cases closed in a year that are granted, set so that grants come near the published ones. */
const grantShares: Readonly<Record<RegisteredKind, Readonly<Record<number, number>>>> = {
  utility_model: { 2018: 0.82, 2019: 0.75, 2020: 0.89, 2021: 0.914, 2022: 0.946, 2023: 0.686 },
  design: { 2018: 0.78, 2019: 0.78, 2020: 0.9, 2021: 0.93, 2022: 0.873, 2023: 0.794 },
};

/** Utility models and designs are registered after a preliminary examination; nobody requests it. */
export function examineRegistration(
  kind: RegisteredKind,
  filed: DayNumber,
  random: Random,
  quota: GrantQuota,
): Examination {
  const days = random.logNormal(valueAt(closingMonths[kind], filed) * 30.4375, 0.2);
  const closed = workingDayFrom(filed + Math.max(45, Math.round(days)));
  const year = yearOf(closed);
  const share = grantShares[kind][Math.min(2023, Math.max(2018, year))] ?? 0;
  if (quota.decide(kind, year, share, random)) return { requested: null, closed, outcome: 'granted' };
  return { requested: null, closed, outcome: random.chance(0.4) ? 'refused' : 'withdrawn' };
}
