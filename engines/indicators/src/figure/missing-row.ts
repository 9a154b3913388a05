import type { Dataset, Origin, Period } from '@zhiheng/vocabulary';
import type { Definition } from '../definition.js';
import type { FigureRow } from '../figure-row.js';

/** The row of a cell of which nothing is known. */
export function missingRow(
  { id, unit }: Pick<Definition, 'id' | 'unit'>,
  cell: { readonly office: string; readonly dataset: Dataset; readonly area: string; readonly period: Period },
  { origin, vintage }: { readonly origin: Origin; readonly vintage: string | null },
): FigureRow {
  return {
    indicator: id,
    ...cell,
    breakdown: {},
    statistic: null,
    value: null,
    bound: null,
    precision: null,
    numerator: null,
    denominator: null,
    unit,
    origin,
    status: 'missing',
    vintage,
    publication: null,
  };
}
