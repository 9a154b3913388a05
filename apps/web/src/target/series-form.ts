import type { Verdict } from '@zhiheng/programme';
import type { UnitId } from '@zhiheng/vocabulary';
import { decimalsOfStep, type QuantityForm } from '../numbers/quantity.js';

/** Most decimals that a series is written with where its target gives none. */
const most = 2;

/** How values of the series are written: as the target's own, or of a growth target what grows, with the digits that its values have. */
export function seriesForm(
  { kind, unit, decimals, trendUnit }: Pick<Verdict, 'kind' | 'unit' | 'decimals' | 'trendUnit'>,
  values: readonly number[],
): QuantityForm {
  if (kind !== 'growth') return { unit, decimals };
  return { unit: trendUnit as UnitId | null, decimals: Math.min(most, Math.max(0, ...values.map(decimalsOfStep))) };
}
