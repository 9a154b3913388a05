import { anniversary, type DayNumber } from './calendar.js';
import type { OfficeKind } from './office-volumes.js';
import type { Random } from './random.js';

export interface Ending {
  readonly on: DayNumber;
  readonly reason: 'fee-unpaid' | 'expired';
}

/** Years from filing to the end of the term. */
const terms: Readonly<Record<OfficeKind, number>> = { invention: 20, utility_model: 10, design: 10 };

/**
 * Assumed share of the rights in force whose yearly fee is not paid, by anniversary of filing: the first, the second, …;
 * the last entry holds for all later ones. Chosen so that stocks grow as the published ones do.
 */
const lapses: Readonly<Record<OfficeKind, readonly number[]>> = {
  invention: [0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.055, 0.06, 0.06, 0.065],
  utility_model: [0.04, 0.09, 0.13, 0.15, 0.16, 0.17],
  design: [0.1, 0.15, 0.18, 0.2],
};

/** How a right that is in force on `aliveOn` ends, on an anniversary of its filing after that day. */
export function endingAfter(kind: OfficeKind, filed: DayNumber, aliveOn: DayNumber, random: Random): Ending {
  const hazards = lapses[kind];
  for (let years = Math.max(1, Math.floor((aliveOn - filed) / 366)); years < terms[kind]; years += 1) {
    const on = anniversary(filed, years);
    if (on <= aliveOn) continue;
    if (random.chance(hazards[Math.min(years, hazards.length) - 1] ?? 0)) return { on, reason: 'fee-unpaid' };
  }
  return { on: anniversary(filed, terms[kind]), reason: 'expired' };
}
