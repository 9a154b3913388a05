import type { LocalizedText } from '@zhiheng/vocabulary';
import type { CellStatus, FilledCell, FilledRow, FilledSheet } from '../filled-table.js';
import { statusNotes } from '../wording/status-notes.js';

const signs = [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'];

/** What is told of a cell: its status, and of a slot in the words of the definition. */
export type NoteOf = (row: FilledRow, column: number) => LocalizedText | null;

/**
 * Rows whose cells carry a sign where there is something to know of them, and what the signs mean. Where every value has the one status it
 * is told for the whole sheet, without signs.
 */
export function withMarks(
  rows: readonly FilledRow[],
  slotNote: NoteOf,
): Pick<FilledSheet, 'rows' | 'marks'> & { readonly whole: CellStatus | null } {
  const valued = rows.flatMap(({ cells }) => cells.filter(({ value }) => value !== null));
  const first = valued[0]?.status ?? 'final';
  const whole = first !== 'final' && valued.length > 1 && valued.every(({ status }) => status === first) ? first : null;
  const marks = new Map<string, { readonly mark: string; readonly words: LocalizedText }>();
  const markOf = (cell: FilledCell, row: FilledRow, column: number): string | null => {
    if (cell.status === 'final' || (cell.value !== null && cell.status === whole)) return null;
    const words =
      cell.status === 'not-yet' ? (slotNote(row, column) ?? statusNotes['not-yet']) : statusNotes[cell.status];
    const key = words['zh-Hans'];
    const known = marks.get(key) ?? { mark: signs[marks.size] ?? `(${marks.size + 1})`, words };
    marks.set(key, known);
    return known.mark;
  };
  const marked = rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) => ({ ...cell, mark: markOf(cell, row, column) })),
  }));
  return { rows: marked, marks: [...marks.values()], whole };
}
