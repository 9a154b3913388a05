import type { DocumentCell, DocumentColumn, DocumentRow, TableDocument } from '../table-document.js';
import type { Sheet, SheetCell } from './sheet-xml.js';
import { type CellLook, numberFormat } from './styles.js';
import { textWidth } from './text-width.js';

/** In points. */
export const titleHeight = 30;

/** A table laid out on a sheet: title, the word of synthetic data, unit and period, head, rows, notes. */
export function tableSheet(table: TableDocument, name: string): Sheet {
  const { rows, unitHead } = table;
  const columns = table.columns.map((column) => ({ ...column, name: nameWithUnit(column) }));
  const under = [table.period, ...(table.unit === null ? [] : [table.unit.words + table.unit.shown])];
  const lead = unitHead === null ? 1 : 2;
  const width = lead + columns.length;
  const top = [
    whole([{ value: table.title, look: { font: 'title', align: 'center' } }], width),
    ...(table.label === null ? [] : [whole([{ value: table.label, look: { font: 'label', align: 'center' } }], width)]),
    ...under.map((line) => whole([{ value: line, look: { font: 'note', align: 'right' } }], width)),
  ];
  const grouped = columns.some(({ group }) => group !== null);
  const head = headRows({ ...table, columns }, grouped);
  const notes = table.notes.map((note) => whole([{ value: note, look: { font: 'note', wrap: false } }], width));
  const headAt = top.length;
  const firstRow = headAt + head.length;
  const across = (at: number) => [0, at, width - 1, at] as const;
  return {
    name,
    rows: [...top, ...head, ...rows.map((row) => rowCells(row, unitHead !== null)), whole([], width), ...notes],
    merged: [...top.map((_, at) => across(at)), ...headSpans(table, headAt, grouped)],
    widths: [
      Math.min(44, Math.max(12, ...rows.map(({ name: text, level }) => textWidth(text) + level * 2 + 2))),
      ...(unitHead === null ? [] : [14]),
      ...columns.map(({ name: text }, at) => Math.min(26, Math.max(12, textWidth(text) + 3, widthOfValues(rows, at)))),
    ],
    frozen: { rows: firstRow, columns: 1 },
    repeated: [1, firstRow],
    heights: new Map([[0, titleHeight]]),
  };
}

function nameWithUnit({ name, unit }: DocumentColumn): string {
  return unit === null || unit.shown === '' ? name : `${name}（${unit.shown}）`;
}

/** A row whose first cell speaks for its whole width. */
function whole(cells: readonly SheetCell[], width: number): SheetCell[] {
  const look = cells[0]?.look ?? {};
  return [...cells, ...Array.from({ length: width - cells.length }, () => ({ value: null, look }))];
}

const headLook: CellLook = { font: 'bold', align: 'center', wrap: true, line: 'head' };

function headRows({ head, unitHead, columns }: TableDocument, grouped: boolean): SheetCell[][] {
  const cell = (value: string | null): SheetCell => ({ value, look: headLook });
  const lead = unitHead === null ? [head] : [head, unitHead];
  const names = columns.map(({ name, group }) => cell(grouped && group === null ? null : name));
  if (!grouped) return [[...lead.map(cell), ...names]];
  const groups = columns.map(({ name, group }, at) => {
    if (group === null) return cell(name);
    return cell(columns[at - 1]?.group === group ? null : group);
  });
  return [
    [...lead.map(cell), ...groups],
    [...lead.map(() => cell(null)), ...names],
  ];
}

function headSpans(
  { columns, unitHead }: TableDocument,
  at: number,
  grouped: boolean,
): [number, number, number, number][] {
  if (!grouped) return [];
  const lead = unitHead === null ? 1 : 2;
  const spans: [number, number, number, number][] = Array.from({ length: lead }, (_, column) => [
    column,
    at,
    column,
    at + 1,
  ]);
  columns.forEach(({ group }, index) => {
    const column = lead + index;
    if (group === null) spans.push([column, at, column, at + 1]);
    else if (columns[index - 1]?.group !== group) {
      const after = columns.findIndex((one, later) => later > index && one.group !== group);
      const last = lead + (after < 0 ? columns.length : after) - 1;
      if (last > column) spans.push([column, at, last, at]);
    }
  });
  return spans;
}

function rowCells({ name, level, kind, unit, cells }: DocumentRow, units: boolean): SheetCell[] {
  const font = kind === 'total' ? 'bold' : kind === 'memo' ? 'note' : 'plain';
  return [
    { value: name, look: { font, indent: level, line: 'row' } },
    ...(units ? [{ value: unit?.shown ?? '', look: { font: 'note', align: 'center', line: 'row' } as CellLook }] : []),
    ...cells.map((cell) => valueCell(cell, font)),
  ];
}

function valueCell({ value, form, bound, mark }: DocumentCell, font: CellLook['font'] & string): SheetCell {
  if (value !== null) {
    return { value, look: { font, align: 'right', line: 'row', format: numberFormat(form, bound, mark) } };
  }
  return { value: mark === null ? '–' : `– ${mark}`, look: { font, align: 'right', line: 'row' } };
}

function widthOfValues(rows: readonly DocumentRow[], at: number): number {
  const widths = rows.map(({ cells }) => {
    const cell = cells[at];
    if (cell === undefined || cell.value === null) return 6;
    const digits = Math.trunc(Math.abs(cell.value)).toString().length;
    return digits + Math.floor((digits - 1) / 3) + cell.form.decimals + (cell.mark === null ? 3 : 6);
  });
  return Math.max(0, ...widths);
}
