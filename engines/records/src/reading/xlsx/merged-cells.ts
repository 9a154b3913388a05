import { type Place, UserFault } from '@zhiheng/vocabulary';
import type { ColumnPlaces } from '../table/header.js';
import { columnIndex } from './cell-reference.js';

/**
 * Cells merged over several rows hold their value in the first only: the other records would lose it in silence.
 *
 * @throws UserFault `workbook-wrong` for a range in a mapped column that reaches over rows below the header
 */
export function checkMerged(merged: readonly string[], headerRow: number, places: ColumnPlaces, place: Place): void {
  for (const range of merged) {
    const [, first = '', top = '', last = '', bottom = ''] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
    if (Number(bottom) <= headerRow || Number(top) === Number(bottom)) continue;
    const [from, to] = [columnIndex(first) ?? 0, columnIndex(last) ?? 0];
    const field = [...places].find(([, index]) => index >= from && index <= to)?.[0];
    if (field === undefined) continue;
    throw new UserFault('workbook-wrong', {
      place: { ...place, line: Number(top), field },
      found: `the merged cells ${range}`,
      expected: 'a value in every row',
      values: { what: `the merged cells ${range} hold one value for several rows` },
    });
  }
}
