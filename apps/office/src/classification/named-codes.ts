import { type CodeNames, codeNames, concordanceOf } from '@zhiheng/indicators';
import { type Breakdown, type BrokenDown, notTold } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';
import { currentReference } from '../reference.js';

/** By dimension, the name of the code of a concordance table that a row is told by; the code itself stands in `breakdown`. Left out: there is none. */
export type NamedCodes = Pick<BrokenDown, 'names'>;

/** Rows with the names of the codes that they are told by, by the tables in force. Rows without such codes stay as they are. */
export function withCodeNames<Row extends { readonly breakdown: Breakdown }>(
  office: Office,
  rows: readonly Row[],
): (Row & NamedCodes)[] {
  const dimensions = [...new Set(rows.flatMap(({ breakdown }) => Object.keys(breakdown)))].filter(
    (dimension) => concordanceOf(dimension) !== null,
  );
  if (dimensions.length === 0) return [...rows];
  const known = codeNames(dimensions, currentReference(office).concordances());
  return rows.map((row) => {
    const names = namesWithin(row.breakdown, known);
    return Object.keys(names).length === 0 ? row : { ...row, names };
  });
}

function namesWithin(breakdown: Breakdown, known: CodeNames): NonNullable<NamedCodes['names']> {
  const told = Object.entries(breakdown).flatMap(([dimension, code]) => {
    const names = code === notTold ? undefined : known[dimension]?.[code];
    return names === undefined ? [] : [[dimension, names] as const];
  });
  return Object.fromEntries(told);
}
