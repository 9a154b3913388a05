import { csvHead, csvLine } from './csv.js';
import type { DocumentCell, TableDocument } from './table-document.js';

/**
 * A table as CSV in UTF-8 with its mark: one head, a line a row, values unrounded, `–` where there is none. The last columns tell which
 * cells are not final, and the word of synthetic data. `words.notes`: head of the former.
 */
export function tableCsv(table: TableDocument, words: { readonly notes: string }): string {
  const { columns, rows, label, unitHead } = table;
  const units = unitHead === null ? [] : [unitHead];
  const head = [
    table.head,
    ...units,
    ...columns.map(({ name, group }) => (group === null ? name : `${group} / ${name}`)),
  ];
  const lines = rows.map(({ name, level, unit, cells }) =>
    csvLine([
      '\u3000'.repeat(level) + name,
      ...(unitHead === null ? [] : [unit ?? '']),
      ...cells.map(told),
      marksOf(cells, head.slice(1 + units.length)),
      label ?? '',
    ]),
  );
  return csvHead([...head, words.notes, 'label']) + lines.join('') + notesOf(table);
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
function notesOf({ title, under, notes }: TableDocument): string {
  return csvLine([]) + [title, ...under, ...notes].map((line) => csvLine([line])).join('');
}
