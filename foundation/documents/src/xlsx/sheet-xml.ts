import { cellName, columnLetters } from './cell-name.js';
import type { CellLook, Styles } from './styles.js';
import { xmlHead, xmlText } from './xml-text.js';

/** What one cell of a sheet holds; null holds nothing but its look. */
export interface SheetCell {
  readonly value: string | number | null;
  readonly look: CellLook;
}

/** A sheet as rows of cells, before it is written. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  /** Corners of cells that are one, counted from 0: column and row of the first, column and row of the last. */
  readonly merged: readonly (readonly [number, number, number, number])[];
  /** Heights in points of rows, counted from 0, that are higher than the others. */
  readonly heights: ReadonlyMap<number, number>;
  /** Widths of columns in characters. */
  readonly widths: readonly number[];
  /** Rows and columns that stay while the others move; 0: none. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Rows, from 1, that every printed page repeats; null: none. */
  readonly repeated: readonly [first: number, last: number] | null;
}

/** The part of a worksheet. Numbers are written in full, so that a reader gets the very value. */
export function sheetXml({ rows, merged, widths, heights, frozen }: Sheet, styles: Styles, selected: boolean): string {
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const lines = rows.map((cells, at) => {
    const row = at + 1;
    const height = heights.get(at);
    const high = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
    return `<row r="${row}"${high}>${cells.map((cell, column) => cellXml(cell, cellName(column, row), styles)).join('')}</row>`;
  });
  const spans = merged.map(
    ([left, top, right, bottom]) => `<mergeCell ref="${cellName(left, top + 1)}:${cellName(right, bottom + 1)}"/>`,
  );
  const last = cellName(Math.max(0, ...rows.map((cells) => cells.length - 1)), Math.max(1, rows.length));
  return `${xmlHead}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}"/><sheetViews><sheetView showGridLines="0"${
    selected ? ' tabSelected="1"' : ''
  } workbookViewId="0">${paneXml(frozen)}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="18" customHeight="1"/><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData>${
    spans.length === 0 ? '' : `<mergeCells count="${spans.length}">${spans.join('')}</mergeCells>`
  }<pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${
    widths.reduce((sum, width) => sum + width, 0) > 100 ? 'landscape' : 'portrait'
  }" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`;
}

function cellXml({ value, look }: SheetCell, name: string, styles: Styles): string {
  const style = styles.of(look);
  if (value === null) return `<c r="${name}" s="${style}"/>`;
  if (typeof value === 'number') return `<c r="${name}" s="${style}"><v>${value}</v></c>`;
  return `<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
}

function paneXml({ rows, columns }: Sheet['frozen']): string {
  if (rows === 0 && columns === 0) return '';
  const across = columns === 0 ? '' : ` xSplit="${columns}"`;
  const down = rows === 0 ? '' : ` ySplit="${rows}"`;
  const pane = columns === 0 ? 'bottomLeft' : rows === 0 ? 'topRight' : 'bottomRight';
  const corner = `${columnLetters(columns)}${rows + 1}`;
  return `<pane${across}${down} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/>`;
}
