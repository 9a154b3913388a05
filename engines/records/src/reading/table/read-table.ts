import { UserFault } from '@zhiheng/vocabulary';
import type { AddressReader } from '../../places/address-reader.js';
import { type ByteSource, type ReadOptions, usualBatchSize } from '../byte-source.js';
import { clipText } from '../raw-record.js';
import type { ReadItem } from '../record.js';
import { RecordFault } from '../record-fault.js';
import { columnPlaces } from './header.js';
import type { Mapping } from './mapping.js';
import { RowRecords } from './row-record.js';
import { TableCursor, type TableRow } from './table-cursor.js';

export interface TableOptions extends ReadOptions {
  /** Reads areas out of addresses. */
  readonly places: AddressReader;
  /** Office of the rows when the mapping names none; `CN` when left out. */
  readonly office?: string;
}

/**
 * Reads a delimited table by a mapping, in constant memory. Rows at fault are quarantined with position, line and field;
 * rows without any value are ignored as `blank-row`; empty lines are nothing.
 *
 * @throws UserFault `file-empty`; `column-missing`; `encoding-wrong` and `quote-open` with byte and line
 */
export async function* readTable(
  source: ByteSource,
  mapping: Mapping,
  options: TableOptions,
): AsyncGenerator<ReadItem[]> {
  const size = options.batchSize ?? usualBatchSize;
  const cursor = new TableCursor({ ...mapping, file: options.file ?? null });
  const reader = new TableReader(mapping, options);
  let batch: ReadItem[] = [];
  try {
    for await (const chunk of source.stream()) {
      for (const row of cursor.push(chunk)) {
        const item = reader.read(row);
        if (item !== null) batch.push(item);
        if (batch.length >= size) {
          yield batch;
          batch = [];
        }
      }
    }
    for (const row of cursor.end()) {
      const item = reader.read(row);
      if (item !== null) batch.push(item);
    }
  } catch (fault) {
    if (options.keepComplete === true && fault instanceof UserFault && batch.length > 0) yield batch;
    throw fault;
  }
  if (!reader.begun) throw new UserFault('file-empty', { place: { ...pathOf(options), byte: 0 } });
  if (batch.length > 0) yield batch;
}

/** The first row is the header, every other one a record. */
class TableReader {
  readonly #mapping: Mapping;
  readonly #options: TableOptions;
  #records: RowRecords | null = null;
  #width = 0;

  constructor(mapping: Mapping, options: TableOptions) {
    this.#mapping = mapping;
    this.#options = options;
  }

  /** True once a header line has come. */
  get begun(): boolean {
    return this.#records !== null;
  }

  /** The item of a row; null for the header line. */
  read(row: TableRow): ReadItem | null {
    const { position } = row;
    if (this.#records === null) {
      this.#begin(row);
      return null;
    }
    if (row.fields.every(isBlank)) return { type: 'ignored', reason: 'blank-row', position };
    try {
      this.#check(row);
      return { type: 'record', record: this.#records.record(row.fields), position };
    } catch (fault) {
      if (!(fault instanceof RecordFault)) throw fault;
      const { code, field, found, expected } = fault;
      const raw = clipText(row.raw());
      return { type: 'quarantined', position, line: row.line, field, code, found, expected, raw };
    }
  }

  #begin(row: TableRow): void {
    const { places, office = 'CN' } = this.#options;
    const columns = columnPlaces(row.fields, this.#mapping, { ...pathOf(this.#options), line: row.line });
    this.#records = new RowRecords(this.#mapping, columns, { places, office });
    this.#width = row.fields.length;
  }

  #check(row: TableRow): void {
    if (row.wrongQuote) {
      throw new RecordFault('quote-wrong', null, 'text behind a closing quote', 'a separator or the end of the line');
    }
    if (row.fields.length !== this.#width) {
      throw new RecordFault('row-too-short', null, `${row.fields.length} fields`, `${this.#width} fields`);
    }
  }
}

function isBlank(field: string): boolean {
  return field.trim() === '';
}

function pathOf(options: ReadOptions): { path?: string } {
  return options.file === undefined ? {} : { path: options.file };
}
