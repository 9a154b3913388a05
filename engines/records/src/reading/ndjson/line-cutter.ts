import { UserFault } from '@zhiheng/vocabulary';
import { longestRow } from '../table/row-cutter.js';
import { byteOrderMark, firstWrongByte, strictDecoder, type TextEncoding } from '../table/text-encoding.js';

/** One line of a file that is not blank. */
export interface TextLine {
  readonly text: string;
  /** Its first byte in the file, from 0. */
  readonly position: number;
  /** From 1. */
  readonly line: number;
  /** A line end follows it. */
  readonly ended: boolean;
}

const lineFeed = 0x0a;

/** Cuts a file into lines on bytes; the byte of a line end is part of no character in UTF-8 and GB18030. */
export class LineCutter {
  readonly #encoding: TextEncoding;
  readonly #path: string | null;
  readonly #decode: (bytes: Buffer) => string;
  #kept: Buffer = Buffer.alloc(0);
  #scanned = 0;
  #position = 0;
  #line = 1;
  #begun = false;

  constructor(encoding: TextEncoding, path: string | null) {
    this.#encoding = encoding;
    this.#path = path;
    this.#decode = strictDecoder(encoding);
  }

  /** The lines that a chunk completes. Throws `encoding-wrong`, `format-unknown` for a line without end. */
  *push(chunk: Buffer): Generator<TextLine> {
    const bytes = this.#kept.length === 0 ? chunk : Buffer.concat([this.#kept, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(lineFeed, this.#scanned); end >= 0; end = bytes.indexOf(lineFeed, start)) {
      yield* this.#take(bytes.subarray(start, end), true);
      start = end + 1;
    }
    this.#kept = bytes.subarray(start);
    this.#scanned = this.#kept.length;
    if (this.#kept.length > longestRow) {
      throw this.#fault('format-unknown', 0, `a line of more than ${longestRow} bytes`, 'one JSON object a line');
    }
  }

  /** The last line, when no line end follows it. */
  *end(): Generator<TextLine> {
    yield* this.#take(this.#kept, false);
  }

  *#take(bytes: Buffer, ended: boolean): Generator<TextLine> {
    const mark = this.#begun ? 0 : byteOrderMark(bytes, this.#encoding);
    this.#begun = true;
    const text = this.#text(bytes.subarray(mark), mark);
    const [position, line] = [this.#position + mark, this.#line];
    this.#position += bytes.length + (ended ? 1 : 0);
    this.#line += 1;
    if (text.trim() !== '') yield { text, position, line, ended };
  }

  #text(bytes: Buffer, mark: number): string {
    try {
      return this.#decode(bytes);
    } catch {
      const wrong = firstWrongByte(bytes, this.#encoding) ?? 0;
      const found = `bytes ${bytes.subarray(wrong, wrong + 4).toString('hex')}`;
      throw this.#fault('encoding-wrong', mark + wrong, found, `text in ${this.#encoding}`);
    }
  }

  #fault(code: 'encoding-wrong' | 'format-unknown', offset: number, found: string, expected: string): UserFault {
    const place = { byte: this.#position + offset, line: this.#line };
    return new UserFault(code, {
      place: this.#path === null ? place : { path: this.#path, ...place },
      found,
      expected,
    });
  }
}
