const [quote, lineFeed, carriageReturn] = [0x22, 0x0a, 0x0d];

/**
 * Splits decoded records into fields, one after another, by the rules of the cutter: what is cut on bytes and split
 * on characters agrees, because the bytes that matter decode to the characters that matter.
 */
export class FieldSplitter {
  readonly #delimiter: string;
  readonly #code: number;
  #text = '';
  #at = 0;
  #start = 0;
  #wrongQuote = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
    this.#code = delimiter.charCodeAt(0);
  }

  /** The decoded text of a block of records. */
  begin(text: string): void {
    this.#text = text;
    this.#at = 0;
  }

  /** True when nothing but line ends is left. */
  get done(): boolean {
    let at = this.#at;
    while (isLineEnd(this.#text.charCodeAt(at))) at += 1;
    return at >= this.#text.length;
  }

  /** True when the last record had text behind the closing quote of a field. */
  get wrongQuote(): boolean {
    return this.#wrongQuote;
  }

  /** The last record as it is written. */
  get raw(): string {
    return this.#text.slice(this.#start, this.#at);
  }

  /** The fields of the next record put into `fields`, empty lines before it passed over; their number. */
  next(fields: string[]): number {
    const text = this.#text;
    while (isLineEnd(text.charCodeAt(this.#at))) this.#at += 1;
    this.#start = this.#at;
    this.#wrongQuote = false;
    let count = 0;
    for (;;) {
      fields[count] = text.charCodeAt(this.#at) === quote ? this.#quoted() : this.#plain();
      count += 1;
      if (text.charCodeAt(this.#at) !== this.#code) return count;
      this.#at += 1;
    }
  }

  #plain(): string {
    const text = this.#text;
    const start = this.#at;
    let at = start;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === this.#code || code === lineFeed || code === carriageReturn) break;
    }
    this.#at = at;
    return text.slice(start, at);
  }

  #quoted(): string {
    const text = this.#text;
    const start = this.#at + 1;
    let end = text.indexOf('"', start);
    let doubled = false;
    while (end >= 0 && text.charCodeAt(end + 1) === quote) {
      doubled = true;
      end = text.indexOf('"', end + 2);
    }
    if (end < 0) end = text.length;
    this.#at = end + 1;
    const field = doubled ? text.slice(start, end).replaceAll('""', '"') : text.slice(start, end);
    if (this.#at >= text.length || this.#endsHere()) return field;
    this.#wrongQuote = true;
    return field + this.#plain();
  }

  #endsHere(): boolean {
    return this.#text[this.#at] === this.#delimiter || isLineEnd(this.#text.charCodeAt(this.#at));
  }
}

function isLineEnd(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}
