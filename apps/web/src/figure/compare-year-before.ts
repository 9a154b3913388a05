import { type Observation, type UnitId, yearBefore } from '@zhiheng/vocabulary';
import { convert, formOf, isRatio } from '../numbers/quantity.js';

/** How a value stands against the year before, in the same series. */
export type Comparison =
  | { readonly kind: 'growth'; readonly rate: number }
  | { readonly kind: 'difference'; readonly difference: number; readonly unit: UnitId; readonly decimals: number }
  | { readonly kind: 'none' };

const none: Comparison = { kind: 'none' };

/**
 * Growth of a count or an amount, difference of a ratio or a duration. None where a value is missing, is only a bound, its
 * scope differs, or a note stands at it (a note may tell of a break). `decimals`: those of the definition.
 */
export function compareYearBefore(row: Observation, series: readonly Observation[], decimals: number): Comparison {
  const before = series.find((other) => other.period === yearBefore(row.period));
  if (row.value === null || before === undefined || before.value === null) return none;
  if (row.bound !== null || before.bound !== null || row.publication?.scope !== before.publication?.scope) return none;
  if ((row.publication?.note ?? null) !== null) return none;
  const unit = row.unit as UnitId;
  const base = convert(before.value, before.unit as UnitId, unit);
  if (base === null) return none;
  if (!isRatio(unit)) return base === 0 ? none : { kind: 'growth', rate: row.value / base - 1 };
  const places = Math.max(formOf(row, decimals).decimals, formOf(before, decimals).decimals);
  return { kind: 'difference', difference: row.value - base, unit, decimals: places };
}
