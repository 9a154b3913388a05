import { UserFault } from '@zhiheng/vocabulary';
import type { AddressReader } from '../../places/address-reader.js';
import type { ReadOptions } from '../byte-source.js';
import { clipText } from '../raw-record.js';
import type { ReadItem } from '../record.js';
import { RecordFault } from '../record-fault.js';
import type { TableHeader } from '../source-block.js';
import { columnPlaces } from './header.js';
import type { Mapping } from './mapping.js';
import { type RowReader, rowReader } from './row-reader.js';
import type { TableRow } from './table-cursor.js';

export interface TableOptions extends ReadOptions {
  /** Reads areas out of addresses. */
  readonly places: AddressReader;
  /** Office of the rows when the mapping names none; `CN` when left out. */
  readonly office?: string;
}

/** Makes items of the rows of one table. Throws `column-missing` for a header that lacks a mapped column. */
export class TableRows {
  readonly #records: RowReader;
  readonly #width: number;
  readonly #headerText: string;

  constructor(header: TableHeader, mapping: Mapping, { places, office = 'CN', file, latest }: TableOptions) {
    const place = { ...(file === undefined ? {} : { path: file }), line: header.line };
    this.#records = rowReader(mapping, columnPlaces(header.fields, mapping, place), { places, office, latest });
    this.#width = header.fields.length;
    this.#headerText = header.text;
  }

  /** A record; what is wrong with it, when it is at fault; ignored when every field is blank. */
  read(row: TableRow): ReadItem {
    const { position } = row;
    if (row.fields.every(isBlank)) return { type: 'ignored', reason: 'blank-row', position };
    try {
      this.#check(row);
      return { type: 'record', record: this.#records.record(row.fields), position };
    } catch (fault) {
      if (!(fault instanceof RecordFault)) throw fault;
      const { code, field, found, expected } = fault;
      const [raw, header] = [clipText(row.raw()), this.#headerText];
      return { type: 'quarantined', position, line: row.line, field, code, found, expected, raw, header };
    }
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

/** A row taken as the header line. */
export function headerOf(row: TableRow): TableHeader {
  return { fields: [...row.fields], line: row.line, text: row.raw() };
}

/** The fault of a table without a header line. */
export function tableEmpty(file: string | undefined): UserFault {
  return new UserFault('file-empty', { place: { ...(file === undefined ? {} : { path: file }), byte: 0 } });
}

function isBlank(field: string): boolean {
  return field.trim() === '';
}
