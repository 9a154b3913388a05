import type { FilledCell, FilledColumn, FilledRow, SumCheck } from '../filled-table.js';
import type { TableSheet, TableSum } from '../table-definition.js';
import { less } from './reckon.js';

/** A filled row with the row that it lies in, where it is a memo row. */
export type CheckedRow = FilledRow & { readonly within: string | null };

/** Adds up what is to add up: parts of rows in every column, parts of columns in every row, and memo rows against what they lie in. */
export function checkFilledSums(
  sheet: TableSheet,
  columns: readonly FilledColumn[],
  rows: readonly CheckedRow[],
): SumCheck[] {
  return [
    ...sheet.rowSums.flatMap((sum) => columns.flatMap((column, at) => rowSum(sum, column.id, at, rows))),
    ...sheet.columnSums.flatMap((sum) => rows.flatMap((row) => columnSum(sum, row, columns))),
    ...rows.flatMap((row) => memoWithin(row, columns, rows)),
  ];
}

function rowSum({ total, parts }: TableSum, at: string, column: number, rows: readonly CheckedRow[]): SumCheck[] {
  const whole = rows.find(({ id }) => id === total)?.cells[column];
  const lines = rows.filter(({ of, kind }) => kind !== 'memo' && parts.includes(of));
  const cells = lines.flatMap(({ cells: all }) => all[column] ?? []);
  if (whole === undefined || !whole.additive) return [];
  const rest = lines.find(({ kind }) => kind === 'rest')?.cells[column]?.value ?? null;
  const told = { axis: 'rows' as const, total, parts: lines.map(({ id }) => id), at };
  // What is left over always makes the sum hold; it must not be less than nothing.
  if (rest !== null && rest < 0) return [{ ...told, state: 'differs', difference: rest }];
  return [{ ...told, ...compared(whole, cells) }];
}

function columnSum({ total, parts }: TableSum, row: CheckedRow, columns: readonly FilledColumn[]): SumCheck[] {
  const cellOf = (id: string) => row.cells[columns.findIndex((column) => column.id === id)];
  const whole = cellOf(total);
  if (whole === undefined || !whole.additive) return [];
  const cells = parts.flatMap((id) => cellOf(id) ?? []);
  return [{ axis: 'columns', total, parts, at: row.id, ...compared(whole, cells) }];
}

function memoWithin(row: CheckedRow, columns: readonly FilledColumn[], rows: readonly CheckedRow[]): SumCheck[] {
  const around = row.within === null ? undefined : rows.find(({ id }) => id === row.within);
  if (around === undefined) return [];
  return columns.flatMap(({ id: at }, column): SumCheck[] => {
    const [inner, outer] = [row.cells[column], around.cells[column]];
    if (inner === undefined || outer === undefined || !outer.additive) return [];
    const told = { axis: 'memo' as const, total: around.id, parts: [row.id], at };
    if (inner.value === null || outer.value === null) return [{ ...told, state: 'not-checked', difference: null }];
    const difference = less(outer.value, [inner.value]);
    return [{ ...told, state: difference < 0 ? 'differs' : 'holds', difference }];
  });
}

/** Values given to a step stand for half a step to both sides. */
function compared(whole: FilledCell, parts: readonly FilledCell[]): Pick<SumCheck, 'state' | 'difference'> {
  const all = [whole, ...parts];
  if (all.some(({ value, bound }) => value === null || bound !== null))
    return { state: 'not-checked', difference: null };
  const difference = less(
    whole.value ?? 0,
    parts.map(({ value }) => value ?? 0),
  );
  const slack = all.reduce(
    (sum, { precision }) => sum + (precision === null || precision === 1 ? 0 : precision / 2),
    0,
  );
  return { state: Math.abs(difference) <= slack ? 'holds' : 'differs', difference };
}
