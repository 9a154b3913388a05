import type { UnitId } from '@zhiheng/vocabulary';
import { Decimal } from './reading.js';

/** How a target's values are put into words; fractions are shown in percent. */
export interface Form {
  readonly unit: UnitId | null;
  readonly decimals: number;
}

/** A value with the decimals of its target: `16.0`, `75.4 %`. */
export function shown(value: Decimal, { unit, decimals }: Form): string {
  return signed(isFraction(unit) ? `${value.times(100).toFixed(decimals)} %` : value.toFixed(decimals));
}

/** A limit with the digits it was written with: `16`, `10 %`. */
export function shownLimit(limit: Decimal | number, { unit }: Form): string {
  const exact = new Decimal(limit);
  return signed(isFraction(unit) ? `${exact.times(100).toFixed()} %` : exact.toFixed());
}

/** The span that a value stands for: `67.7 % – 79.3 %`. */
export function shownSpan(lower: Decimal, upper: Decimal, form: Form): string {
  return `${shown(lower, form)} – ${shown(upper, form)}`;
}

/** A number with the sign of minus in place of a hyphen. */
export function signed(text: string): string {
  return text.replace(/^-/, '\u{2212}');
}

function isFraction(unit: UnitId | null): boolean {
  return unit === 'share' || unit === 'growth-rate';
}
