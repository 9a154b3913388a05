import { UserFault } from '@zhiheng/vocabulary';

/** One record of a CSV file with the line, from 1, on which it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
  /** The column, from 1 in characters, on which each field begins. */
  readonly columns: readonly number[];
}

/**
 * Records of a small CSV text (RFC 4180: commas, double quotes, either line end); blank lines are passed over.
 * Throws `quote-open` where a quoted field never closes.
 */
export function csvRecords(text: string, path: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  const reading = new FieldReading(text, path);
  while (!reading.ended) {
    const line = reading.line;
    const fields: string[] = [];
    const places: FieldPlace[] = [];
    do {
      places.push(reading.place);
      fields.push(reading.field());
    } while (reading.passComma());
    const last = fields.length - 1;
    if (fields[last]?.endsWith('\r') === true) fields[last] = fields[last].slice(0, -1);
    if (fields.length > 1 || fields[0] !== '') records.push(recordOf(text, line, fields, places));
  }
  return records;
}

/** Where a field begins, and where its line does. */
interface FieldPlace {
  readonly lineStart: number;
  readonly at: number;
}

/** Columns are worked out when they are asked for: they stand in faults alone. */
function recordOf(text: string, line: number, fields: readonly string[], places: readonly FieldPlace[]): CsvRecord {
  return {
    line,
    fields,
    get columns() {
      return places.map(({ lineStart, at }) => [...text.slice(lineStart, at)].length + 1);
    },
  };
}

const quote = 0x22;
const comma = 0x2c;
const lineFeed = 0x0a;

/** Goes through a text field by field. */
class FieldReading {
  line = 1;
  readonly #text: string;
  readonly #path: string;
  #at: number;
  #lineStart: number;

  constructor(text: string, path: string) {
    this.#text = text;
    this.#path = path;
    this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.#lineStart = this.#at;
  }

  get ended(): boolean {
    return this.#at >= this.#text.length;
  }

  get place(): FieldPlace {
    return { lineStart: this.#lineStart, at: this.#at };
  }

  /** The field that begins here, up to the comma or the line end behind it. */
  field(): string {
    const quoted = this.#text.charCodeAt(this.#at) === quote ? this.#quoted() : '';
    const start = this.#at;
    let end = start;
    for (; end < this.#text.length; end += 1) {
      const letter = this.#text.charCodeAt(end);
      if (letter === comma || letter === lineFeed) break;
    }
    this.#at = end;
    return quoted + this.#text.slice(start, end);
  }

  /** Passes over what ends a field; whether another one follows in the record. */
  passComma(): boolean {
    const letter = this.#text.charCodeAt(this.#at);
    this.#at += 1;
    if (letter === lineFeed) {
      this.line += 1;
      this.#lineStart = this.#at;
    }
    return letter === comma;
  }

  /** What stands between quotes, of which two stand for one. */
  #quoted(): string {
    const begun = this.line;
    let told = '';
    for (;;) {
      const start = this.#at + 1;
      const end = this.#text.indexOf('"', start);
      if (end < 0) throw new UserFault('quote-open', { place: { path: this.#path, line: begun } });
      this.#passLines(start, end);
      told += this.#text.slice(start, end);
      this.#at = end + 1;
      if (this.#text.charCodeAt(this.#at) !== quote) return told;
      told += '"';
    }
  }

  #passLines(start: number, end: number): void {
    for (let at = this.#text.indexOf('\n', start); at >= 0 && at < end; at = this.#text.indexOf('\n', at + 1)) {
      this.line += 1;
      this.#lineStart = at + 1;
    }
  }
}
