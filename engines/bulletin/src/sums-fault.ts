import { UserFault } from '@zhiheng/vocabulary';
import type { FilledTable, SumCheck } from './filled-table.js';

/** A sum that does not hold, with its sheet. */
export type WrongSum = SumCheck & { readonly sheet: string };

/** The sums of a table that do not hold. */
export function wrongSums(filled: FilledTable): WrongSum[] {
  return filled.sheets.flatMap(({ id, sums }) =>
    sums.filter(({ state }) => state === 'differs').map((sum) => ({ ...sum, sheet: id })),
  );
}

/** Throws `table-sums-wrong` for a table whose parts do not add up: which cell, and by how much. */
export function refuseWrongSums(filled: FilledTable): void {
  const wrong = wrongSums(filled);
  const [first] = wrong;
  if (first === undefined) return;
  const { sheet, axis, total, at, difference } = first;
  const cell = axis === 'columns' ? `row ${at}, column ${total}` : `row ${total}, column ${at}`;
  throw new UserFault('table-sums-wrong', {
    place: { path: `${filled.id}/${sheet}`, field: cell },
    found: `total less parts: ${difference}`,
    expected: axis === 'memo' ? `not less than the memo row ${first.parts.join()}` : '0',
    values: { table: filled.id, cell: `${sheet}: ${cell}`, difference: String(difference), number: wrong.length },
  });
}
