import type { Status } from '@zhiheng/vocabulary';
import type { FilledCell } from '../filled-table.js';
import type { TableSum } from '../table-definition.js';
import type { CheckedRow } from './check-sums.js';
import { less, worstOf } from './reckon.js';

/** What other parts leave of a total, kept as a row of its own, so that the rows add up. */
export function fillRests(
  rows: readonly CheckedRow[],
  rowSums: readonly TableSum[],
  restOf: (id: string) => string | null,
): CheckedRow[] {
  return rows.map((row) => {
    const total = restOf(row.of);
    const sum = rowSums.find((one) => one.total === total && one.parts.includes(row.of));
    const whole = rows.find(({ id }) => id === total);
    if (total === null || sum === undefined || whole === undefined) return row;
    const others = rows.filter(({ of, kind }) => kind !== 'memo' && of !== row.of && sum.parts.includes(of));
    return {
      ...row,
      cells: whole.cells.map((cell, at) =>
        restCell(
          cell,
          others.flatMap(({ cells }) => cells[at] ?? []),
        ),
      ),
    };
  });
}

function restCell(whole: FilledCell, parts: readonly FilledCell[]): FilledCell {
  const empty: FilledCell = { ...whole, value: null, mark: null };
  if (!whole.additive && whole.opens.length > 0)
    return { ...empty, status: whole.status === 'not-yet' ? 'not-yet' : 'not-additive' };
  const lacking = [whole, ...parts].find(({ value, bound }) => value === null || bound !== null);
  if (lacking !== undefined)
    return { ...empty, bound: null, status: lacking.value === null ? lacking.status : 'missing' };
  const statuses = [whole, ...parts].map(({ status }) => status as Status);
  return {
    ...empty,
    value: less(
      whole.value ?? 0,
      parts.map(({ value }) => value ?? 0),
    ),
    status: worstOf(statuses),
  };
}
