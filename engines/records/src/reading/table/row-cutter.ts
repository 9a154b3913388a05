import { UserFault } from '@zhiheng/vocabulary';

/** Whole records of a table, as they lie in the file. Empty lines are left out. */
export interface RowBlock {
  readonly bytes: Buffer;
  /** Byte of `bytes[0]` in the file, and the line it lies on. */
  readonly position: number;
  readonly line: number;
  /** Where each record starts and ends in `bytes`, its line end left out, and the line it starts on. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly lines: readonly number[];
}

/** A record longer than this is no record: a quote never closed, or no table at all. */
export const longestRow = 16 * 1024 * 1024;

const [quote, lineFeed, carriageReturn] = [0x22, 0x0a, 0x0d];
/** Where the cutter stands in a field. */
const [fieldStart, plain, quoted, afterQuote] = [0, 1, 2, 3];
/** Every byte that matters lies below. */
const letters = 0x3c;

/**
 * Cuts a delimited table into records on bytes, after RFC 4180: quoted fields, doubled quotes, LF, CRLF or CR. The
 * bytes it looks at are never part of a character of UTF-8 or GB18030, so that every position is exact. A quote inside
 * a field that began without one is an ordinary character.
 */
export class RowCutter {
  readonly #delimiter: number;
  readonly #path: string | null;
  #kept: Buffer = Buffer.alloc(0);
  /** Byte of `#kept[0]` in the file. */
  #position: number;
  #scanned = 0;
  #state: number = fieldStart;
  #line: number;
  #rowLine: number;
  #opened = { byte: 0, line: 1 };

  /** `start`: byte and line of the first pushed byte, when something before it was passed over. */
  constructor(delimiter: string, path: string | null = null, { position, line } = { position: 0, line: 1 }) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#path = path;
    this.#position = position;
    this.#line = line;
    this.#rowLine = line;
  }

  /** The records that `chunk` completes. Throws `quote-open` for a quoted field without end. */
  push(chunk: Buffer): RowBlock {
    return this.#cut(this.#kept.length === 0 ? chunk : Buffer.concat([this.#kept, chunk]), false);
  }

  /** The last record, when no line end follows it. Throws `quote-open`. */
  end(): RowBlock {
    return this.#cut(this.#kept, true);
  }

  #cut(bytes: Buffer, last: boolean): RowBlock {
    const rows = { starts: [] as number[], ends: [] as number[], lines: [] as number[] };
    const length = bytes.length;
    const delimiter = this.#delimiter;
    const firstLine = this.#rowLine;
    let state = this.#state;
    let start = 0;
    let at = this.#scanned;
    while (at < length) {
      if (state === quoted) {
        const found = bytes.indexOf(quote, at);
        const to = found < 0 ? length : found;
        this.#countLines(bytes, at, to);
        if (found >= 0) state = afterQuote;
        at = found < 0 ? to : to + 1;
        continue;
      }
      const byte = bytes[at] ?? 0;
      if (byte >= letters) {
        state = plain;
        at += 1;
      } else if (byte === lineFeed || byte === carriageReturn) {
        if (byte === carriageReturn && at + 1 === length && !last) break;
        this.#keep(rows, start, at);
        at += byte === carriageReturn && bytes[at + 1] === lineFeed ? 2 : 1;
        this.#line += 1;
        this.#rowLine = this.#line;
        state = fieldStart;
        start = at;
      } else {
        if (byte === delimiter) state = fieldStart;
        else if (byte === quote && state !== plain) {
          if (state === fieldStart) this.#opened = { byte: this.#position + at, line: this.#line };
          state = quoted;
        } else state = plain;
        at += 1;
      }
    }
    this.#state = state;
    if (last) {
      if (this.#state === quoted) throw this.#openQuote();
      this.#keep(rows, start, length);
      start = length;
    }
    const block = { bytes: bytes.subarray(0, start), position: this.#position, line: firstLine, ...rows };
    this.#kept = bytes.subarray(start);
    this.#position += start;
    this.#scanned = at - start;
    if (this.#kept.length > longestRow) throw this.#state === quoted ? this.#openQuote() : this.#endlessRow();
    return block;
  }

  /** Counts the line ends inside a quoted field. */
  #countLines(bytes: Buffer, from: number, to: number): void {
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at];
      if (byte === carriageReturn || (byte === lineFeed && bytes[at - 1] !== carriageReturn)) this.#line += 1;
    }
  }

  #keep(rows: { starts: number[]; ends: number[]; lines: number[] }, start: number, end: number): void {
    if (start === end) return;
    rows.starts.push(start);
    rows.ends.push(end);
    rows.lines.push(this.#rowLine);
  }

  #openQuote(): UserFault {
    return new UserFault('quote-open', {
      place: { ...this.#pathPlace(), byte: this.#opened.byte, line: this.#opened.line },
      found: 'a quote that opens a field',
      expected: 'a closing quote',
    });
  }

  #endlessRow(): UserFault {
    return new UserFault('format-unknown', {
      place: { ...this.#pathPlace(), byte: this.#position, line: this.#rowLine },
      found: `a line of more than ${longestRow} bytes`,
      expected: 'a table with line ends',
    });
  }

  #pathPlace(): { path?: string } {
    return this.#path === null ? {} : { path: this.#path };
  }
}
