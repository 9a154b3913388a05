import { csvHead, csvLine } from './csv.js';
import type { DocumentCell, DocumentColumn, TableDocument } from './table-document.js';

/**
 * A table as CSV in UTF-8 with its mark: one head, a line a row, values unrounded, `–` where there is none. The last columns tell which
 * cells are not final, and the word of synthetic data. `words.notes`: head of the former.
 */
export function tableCsv(table: TableDocument, words: { readonly notes: string }): string {
  const { columns, rows, label, unitHead } = table;
  const units = unitHead === null ? [] : [unitHead];
  const head = [table.head, ...units, ...columns.map(headOf)];
  const lines = rows.map(({ name, level, unit, cells }) =>
    csvLine([
      '\u3000'.repeat(level) + name,
      ...(unitHead === null ? [] : [unit?.stored ?? '']),
      ...cells.map(told),
      marksOf(cells, head.slice(1 + units.length)),
      label ?? '',
    ]),
  );
  return csvHead([...head, words.notes, 'label']) + lines.join('') + notesOf(table);
}

/** With the unit of the values as they stand here. */
function headOf({ name, group, unit }: DocumentColumn): string {
  const whole = group === null ? name : `${group} / ${name}`;
  return unit === null || unit.stored === '' ? whole : `${whole}（${unit.stored}）`;
}

function told({ value, bound }: DocumentCell): unknown {
  if (value === null) return '–';
  return bound === null ? value : `${bound}${value}`;
}

/** `发明 ①; 外观设计 ②` */
function marksOf(cells: readonly DocumentCell[], names: readonly string[]): string {
  return cells.flatMap(({ mark }, index) => (mark === null ? [] : [`${names[index]} ${mark}`])).join('; ');
}

/** Title and notes after an empty line, so that the head stays the first line. */
function notesOf({ title, period, unit, notes }: TableDocument): string {
  const units = unit === null || unit.stored === '' ? [] : [unit.words + unit.stored];
  return csvLine([]) + [title, period, ...units, ...notes].map((line) => csvLine([line])).join('');
}
