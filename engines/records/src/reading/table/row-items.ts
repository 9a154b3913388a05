import { clipText } from '../raw-record.js';
import type { ReadItem } from '../record.js';
import { RecordFault } from '../record-fault.js';
import { CellDay, CellFault, CellList, type CellValue } from './cell-value.js';
import { dayWriter } from './day-writer.js';
import type { ColumnPlaces } from './header.js';
import { type ColumnRule, isListField, type MappedField, type Mapping } from './mapping.js';
import { type RowReader, rowReader } from './row-reader.js';
import type { TableContext } from './row-record.js';

/** One row of a table that is no delimited text. */
export interface CellRow {
  readonly cells: readonly CellValue[];
  readonly position: number;
  readonly line: number | null;
  /** No cell of the row, mapped or not, holds anything. */
  readonly blank: boolean;
  /** How a fault names a cell, `B12`; null where cells have no names. */
  cellName(index: number): string | null;
  /** The row as it is kept for quarantine. */
  raw(): string;
}

/** Stands between entries of a list on their way to the record; no text of a table holds it. */
const separator = '\u001f';

/**
 * Makes items of rows whose cells are typed, by the same mapping and the same rules as rows of delimited text. Days that
 * are days take the pattern their column names, lists that are lists need no separator.
 */
export class RowItems {
  readonly #columns: readonly { index: number; text: (cell: CellValue) => string }[];
  readonly #places: ColumnPlaces;
  readonly #records: RowReader;
  readonly #fields: string[] = [];

  /** `places`: where the cell of each mapped field stands in a row. */
  constructor(mapping: Mapping, places: ColumnPlaces, context: TableContext) {
    const mapped = [...mapping.columns];
    this.#places = places;
    this.#columns = mapped.map(([field, rule]) => ({
      index: places.get(field) ?? -1,
      text: isListField(field) ? listText(field, rule) : fieldText(field, rule),
    }));
    const columns = new Map(
      mapped.map(([field, rule]) => [field, isListField(field) ? { ...rule, split: separator } : rule]),
    );
    const order = new Map(mapped.map(([field], index) => [field, index]));
    this.#records = rowReader({ ...mapping, columns }, order, context);
  }

  item(row: CellRow): ReadItem {
    const { position, line } = row;
    if (row.blank) return { type: 'ignored', reason: 'blank-row', position };
    try {
      for (const [at, { index, text }] of this.#columns.entries()) this.#fields[at] = text(row.cells[index] ?? '');
      return { type: 'record', record: this.#records.record(this.#fields), position };
    } catch (fault) {
      if (!(fault instanceof RecordFault)) throw fault;
      const { code, field, expected } = fault;
      const name = row.cellName(this.#places.get(field as MappedField) ?? -1);
      const found = name === null ? fault.found : `${name}: ${fault.found ?? '(blank)'}`;
      return { type: 'quarantined', position, line, field, code, found, expected, raw: clipText(row.raw()) };
    }
  }
}

function fieldText(field: MappedField, rule: ColumnRule): (cell: CellValue) => string {
  const write = dayWriter(rule.date ?? 'YYYY-MM-DD');
  return (cell) => {
    if (typeof cell === 'string') return cell;
    if (cell instanceof CellDay) return write(cell.day);
    if (cell instanceof CellFault) throw new RecordFault(cell.code, field, cell.found, cell.expected);
    const [only = '', ...more] = cell.entries;
    if (more.length === 0) return only;
    throw new RecordFault('value-wrong', field, `a list of ${cell.entries.length}`, 'one value');
  };
}

function listText(field: MappedField, rule: ColumnRule): (cell: CellValue) => string {
  const single = fieldText(field, rule);
  const { split } = rule;
  return (cell) => {
    const entries = cell instanceof CellList ? cell.entries : [single(cell)];
    if (entries.some((entry) => entry.includes(separator))) {
      throw new RecordFault('value-wrong', field, 'the control character U+001F', 'text');
    }
    if (cell instanceof CellList || split === null) return entries.join(separator);
    return (entries[0] ?? '').replaceAll(split, separator);
  };
}
