import { OwnFault, UserFault } from '@zhiheng/vocabulary';
import { FieldSplitter } from './field-splitter.js';
import { type RowBlock, RowCutter } from './row-cutter.js';
import {
  byteOrderMark,
  describeBytes,
  firstWrongByte,
  markLength,
  strictDecoder,
  type TextEncoding,
} from './text-encoding.js';

/** One record of a table as fields; valid until the next one is asked for. */
export interface TableRow {
  readonly fields: readonly string[];
  /** Its first byte in the file, from 0. */
  readonly position: number;
  /** The line it starts on, from 1. */
  readonly line: number;
  /** Text stands behind the closing quote of a field. */
  readonly wrongQuote: boolean;
  /** The record as it is written. */
  raw(): string;
}

export interface TableForm {
  readonly encoding: TextEncoding;
  readonly delimiter: string;
  readonly file: string | null;
}

/** Turns the chunks of a file into rows: cut on bytes, decoded by the block, split on characters. */
export class TableCursor {
  readonly #form: TableForm;
  readonly #decode: (bytes: Buffer) => string;
  readonly #splitter: FieldSplitter;
  #cutter: RowCutter | null = null;
  #head: Buffer = Buffer.alloc(0);

  /** `start`: byte and line at which reading begins, past the byte order mark; left out: the first byte of a file. */
  constructor(form: TableForm, start: { readonly position: number; readonly line: number } | null = null) {
    this.#form = form;
    this.#decode = strictDecoder(form.encoding);
    this.#splitter = new FieldSplitter(form.delimiter);
    if (start !== null) this.#cutter = new RowCutter(form.delimiter, form.file, start);
  }

  /** The rows that a chunk completes. Throws `quote-open`, `encoding-wrong`. */
  push(chunk: Buffer): Generator<TableRow> {
    if (this.#cutter !== null) return this.#rows(this.#cutter.push(chunk));
    this.#head = Buffer.concat([this.#head, chunk]);
    return this.#rows(this.#head.length < markLength ? emptyBlock : this.#begin());
  }

  /** The rows that the end of the file completes. */
  *end(): Generator<TableRow> {
    if (this.#cutter === null) yield* this.#rows(this.#begin());
    if (this.#cutter !== null) yield* this.#rows(this.#cutter.end());
  }

  #begin(): RowBlock {
    const { delimiter, file } = this.#form;
    const mark = tableStart(this.#head, this.#form);
    this.#cutter = new RowCutter(delimiter, file, { position: mark, line: 1 });
    return this.#cutter.push(this.#head.subarray(mark));
  }

  *#rows(block: RowBlock): Generator<TableRow> {
    if (block.starts.length === 0) return;
    const right = this.#beginBlock(block);
    const fields: string[] = [];
    const splitter = this.#splitter;
    for (let index = 0; index < right; index += 1) {
      fields.length = splitter.next(fields);
      yield {
        fields,
        position: block.position + (block.starts[index] ?? 0),
        line: block.lines[index] ?? 0,
        wrongQuote: splitter.wrongQuote,
        raw: () => splitter.raw,
      };
    }
    if (right < block.starts.length) throw this.#wrongBytes(block, right);
  }

  /** Decodes a block, or the rows before its first wrong byte; the number of rows that are right. */
  #beginBlock(block: RowBlock): number {
    try {
      this.#splitter.begin(this.#decode(block.bytes));
      return block.starts.length;
    } catch {
      const wrong = firstWrongByte(block.bytes, this.#form.encoding);
      if (wrong === null) throw new OwnFault('bytes that cannot be decoded hold no wrong byte');
      const right = block.ends.findIndex((end) => end > wrong);
      this.#splitter.begin(this.#decode(block.bytes.subarray(0, block.starts[right] ?? 0)));
      return right;
    }
  }

  #wrongBytes(block: RowBlock, row: number): UserFault {
    const byte = firstWrongByte(block.bytes, this.#form.encoding) ?? 0;
    const lineStart = block.starts[row] ?? 0;
    const breaks =
      block.bytes
        .subarray(lineStart, byte)
        .toString('latin1')
        .match(/\r\n|\r|\n/g)?.length ?? 0;
    const place = { byte: block.position + byte, line: (block.lines[row] ?? 0) + breaks };
    return new UserFault('encoding-wrong', {
      place: this.#form.file === null ? place : { path: this.#form.file, ...place },
      found: describeBytes(block.bytes, byte),
      expected: `text in ${this.#form.encoding}`,
    });
  }
}

/** Bytes of the byte order mark before a table. Throws `encoding-wrong` for the mark of another encoding. */
export function tableStart(head: Buffer, { encoding, file }: TableForm): number {
  if (encoding === 'gb18030' && byteOrderMark(head, 'utf-8') > 0) {
    throw new UserFault('encoding-wrong', {
      place: { ...(file === null ? {} : { path: file }), byte: 0, line: 1 },
      found: 'the byte order mark of utf-8',
      expected: 'text in gb18030',
    });
  }
  return byteOrderMark(head, encoding);
}

const emptyBlock: RowBlock = { bytes: Buffer.alloc(0), position: 0, line: 1, starts: [], ends: [], lines: [] };
