import { nearestWord } from '@zhiheng/vocabulary';
import type { TableColumn, TableRow, TableSum } from '../table-definition.js';
import type { Placed } from './read-lines.js';

/** Notes sums that name what is not there, and rests that no sum leaves. */
export function checkSums(
  rows: readonly Placed<TableRow>[],
  columns: readonly Placed<TableColumn>[],
  rowSums: readonly Placed<TableSum>[],
  columnSums: readonly Placed<TableSum>[],
): void {
  for (const sum of rowSums)
    checkNames(
      sum,
      rows.map(({ line }) => line),
    );
  for (const sum of columnSums)
    checkNames(
      sum,
      columns.map(({ line }) => line),
    );
  for (const { line, map } of rows) {
    if (line.restOf === null) continue;
    const sum = rowSums.find(({ line: { total, parts } }) => total === line.restOf && parts.includes(line.id));
    if (sum === undefined) {
      map.note('rest_of', {
        what: 'no sum of rows has this row among the parts of that total',
        found: line.restOf,
        expected: `row_sums: [{ total: ${line.restOf}, parts: [..., ${line.id}] }]`,
      });
    }
    const rests =
      sum?.line.parts.filter((part) => rows.some((one) => one.line.id === part && one.line.restOf !== null)) ?? [];
    if (rests.length > 1)
      map.note('rest_of', { what: 'a total leaves one rest', found: rests.join(', '), expected: 'one row' });
  }
}

function checkNames(
  { line: { total, parts }, map }: Placed<TableSum>,
  lines: readonly { readonly id: string }[],
): void {
  const ids = lines.map(({ id }) => id);
  const unknown = (key: 'total' | 'parts', id: string) =>
    map.note(key, {
      what: 'the sum names no line of the sheet',
      found: id,
      expected: ids.join(', '),
      didYouMean: nearestWord(id, ids),
    });
  if (total !== '' && !ids.includes(total)) unknown('total', total);
  for (const part of parts) if (!ids.includes(part)) unknown('parts', part);
  if (parts.includes(total))
    map.note('parts', { what: 'a total is no part of itself', found: total, expected: 'other lines' });
  const twice = parts.find((part, at) => parts.indexOf(part) !== at);
  if (twice !== undefined)
    map.note('parts', { what: 'a part is named twice', found: twice, expected: 'each part once' });
}
