import type { UnitId } from '@zhiheng/vocabulary';

/** Whether a unit is written in percent: 10.5 for 0.105. */
export function isPercent(unit: UnitId | null): boolean {
  return unit === 'share' || unit === 'growth-rate';
}

/** A limit as it was typed, in the unit of its target, exact to its last digit; null where it is no number. */
export function limitOf(typed: string, unit: UnitId | null): number | null {
  const text = typed.trim();
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return null;
  // Shifting the digits rounds nothing, as dividing by 100 would.
  return Number(isPercent(unit) ? `${text}e-2` : text);
}
