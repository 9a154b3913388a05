import { UserFault } from '@zhiheng/vocabulary';
import type { CellValue } from '../table/cell-value.js';
import type { CellReader, RawCell } from './cell-reader.js';
import { columnIndex, lastRow } from './cell-reference.js';
import type { Attributes, PartHandler } from './part-parser.js';
import { RichText } from './rich-text.js';

/** A row of a sheet that holds something. */
export interface SheetRow {
  /** From 1, as the sheet counts. */
  readonly number: number;
  /** From column A, as far as the row goes. */
  readonly cells: readonly CellValue[];
}

/** Takes the rows out of a sheet as it streams. */
export class SheetParser implements PartHandler {
  readonly #path: string;
  readonly #cells: CellReader;
  readonly #inline = new RichText();
  #rows: SheetRow[] = [];
  #row: CellValue[] = [];
  #rowNumber = 0;
  #column = -1;
  #cell: RawCell = { column: 0, type: '', style: -1, formula: null, value: null, inline: null };
  #into: 'formula' | 'value' | 'inline' | null = null;
  #inData = false;

  /** Ranges of merged cells, `A1:F1`, known once the sheet is read. */
  readonly merged: string[] = [];

  constructor(path: string, cells: CellReader) {
    this.#path = path;
    this.#cells = cells;
  }

  /** The rows that came since the last call. */
  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'sheetData') this.#inData = true;
    else if (name === 'mergeCell') this.merged.push(attributes.ref ?? '');
    if (!this.#inData) return;
    if (name === 'c') this.#beginCell(attributes);
    else if (name === 'v') {
      this.#into = 'value';
      this.#cell.value = '';
    } else if (name === 'row') this.#beginRow(attributes);
    else if (name === 'f') {
      this.#into = 'formula';
      this.#cell.formula = '';
    } else if (name === 'is') {
      this.#into = 'inline';
      this.#inline.begin();
    } else if (this.#into === 'inline') this.#inline.open(name);
  }

  text(text: string): void {
    if (this.#into === 'value') this.#cell.value += text;
    else if (this.#into === 'inline') this.#inline.add(text);
    else if (this.#into === 'formula') this.#cell.formula += text;
  }

  close(name: string): void {
    if (!this.#inData) return;
    if (name === 'c') this.#endCell();
    else if (name === 'v' || name === 'f') this.#into = null;
    else if (name === 'row') this.#endRow();
    else if (name === 'is') {
      this.#into = null;
      this.#cell.inline = this.#inline.text;
    } else if (name === 'sheetData') this.#inData = false;
    else if (this.#into === 'inline') this.#inline.close(name);
  }

  #beginRow({ r }: Attributes): void {
    const number = r === undefined ? this.#rowNumber + 1 : Number(r);
    if (!Number.isInteger(number) || number <= this.#rowNumber || number > lastRow) {
      throw this.#wrong(`row ${r ?? number} behind row ${this.#rowNumber}`, `rows in order up to ${lastRow}`);
    }
    this.#rowNumber = number;
    this.#row = [];
    this.#column = -1;
  }

  #beginCell({ r, t, s }: Attributes): void {
    const column = r === undefined ? this.#column + 1 : columnIndex(r);
    if (column === null || column <= this.#column) {
      throw this.#wrong(`cell ${r ?? column} in row ${this.#rowNumber}`, 'cells from left to right');
    }
    this.#column = column;
    this.#cell = { column, type: t ?? 'n', style: Number(s ?? -1), formula: null, value: null, inline: null };
  }

  #endCell(): void {
    const value = this.#cells.read(this.#cell);
    if (value === '') return;
    while (this.#row.length < this.#cell.column) this.#row.push('');
    this.#row.push(value);
  }

  #endRow(): void {
    if (this.#row.length > 0) this.#rows.push({ number: this.#rowNumber, cells: this.#row });
  }

  #wrong(found: string, expected: string): UserFault {
    return new UserFault('workbook-wrong', {
      place: { path: this.#path, line: this.#rowNumber },
      found,
      expected,
      values: { what: found },
    });
  }
}
