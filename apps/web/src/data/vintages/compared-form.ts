import type { ComparedValue } from '@zhiheng/office';
import { isUnit, type UnitId } from '@zhiheng/vocabulary';
import type { QuantityForm } from '../../numbers/quantity.js';

/** How a difference is written: whole numbers as such, others by hundredths, so that small ones show. */
export function comparedForm({ unit, before, after }: Pick<ComparedValue, 'unit' | 'before' | 'after'>): QuantityForm {
  const whole = [before, after].every((value) => value === null || Number.isInteger(value));
  return { unit: unitOf(unit), decimals: whole ? 0 : 2 };
}

function unitOf(unit: string): UnitId | null {
  return isUnit(unit) ? unit : null;
}
