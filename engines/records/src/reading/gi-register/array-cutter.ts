import { UserFault } from '@zhiheng/vocabulary';

/** One element of the array: its bytes as they stand. */
export interface ArrayElement {
  /** Its first byte, from 0. */
  readonly position: number;
  readonly bytes: Buffer;
}

/** How the file ended. */
export type ArrayEnd =
  | { readonly ended: 'whole' }
  | { readonly ended: 'blank' }
  /** `from`: the unfinished element, or the end of the file where one was to come. */
  | { readonly ended: 'open'; readonly from: number };

type State = 'before' | 'first' | 'next' | 'container' | 'scalar' | 'behind' | 'after';

const spaces = new Set([0x20, 0x09, 0x0a, 0x0d]);
const [quote, backslash, comma, opens, closes] = [0x22, 0x5c, 0x2c, 0x5b, 0x5d];
const [openBrace, closeBrace] = [0x7b, 0x7d];
const mark = [0xef, 0xbb, 0xbf];
/** No record of a register is so long: a bracket that never closes must not take in the whole file. */
const longestElement = 64 * 1024 * 1024;

/**
 * Cuts a JSON array into its elements on bytes, aware of strings and escapes. What an element holds is not judged here
 * beyond its brackets; only the element that is open stays in memory.
 */
export class ArrayCutter {
  readonly #path: string | null;
  #state: State = 'before';
  #position = 0;
  #start = 0;
  #held: Buffer[] = [];
  #depth = 0;
  #inString = false;
  #escaped = false;

  constructor(path: string | null = null) {
    this.#path = path;
  }

  /**
   * The elements that `chunk` completes.
   *
   * @throws UserFault `json-malformed` or `encoding-wrong` with the byte that cannot stand there
   */
  *push(chunk: Buffer): Generator<ArrayElement> {
    const base = this.#position;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (this.#state === 'container') {
        if (!this.#closesContainer(byte)) continue;
        yield this.#element(chunk, base, at + 1);
        this.#state = 'behind';
      } else if (this.#state === 'scalar') {
        if (!this.#endsScalar(byte)) continue;
        yield this.#element(chunk, base, at);
        this.#state = byte === comma ? 'next' : 'after';
      } else {
        this.#between(byte, base + at);
      }
    }
    if (this.#state === 'container' || this.#state === 'scalar') this.#hold(chunk, base);
    this.#position = base + chunk.length;
  }

  end(): ArrayEnd {
    if (this.#state === 'after') return { ended: 'whole' };
    if (this.#state === 'before') return { ended: 'blank' };
    const inside = this.#state === 'container' || this.#state === 'scalar';
    return { ended: 'open', from: inside ? this.#start : this.#position };
  }

  /** A byte outside the elements. */
  #between(byte: number, position: number): void {
    if (spaces.has(byte)) return;
    const state = this.#state;
    if (state === 'before') {
      if (byte === opens) this.#state = 'first';
      else if (mark[position] !== byte) throw this.#misplaced(byte, position, 'an array: [');
    } else if (state === 'behind') {
      if (byte === comma) this.#state = 'next';
      else if (byte === closes) this.#state = 'after';
      else throw this.#misplaced(byte, position, 'a comma or ]');
    } else if (state === 'after') {
      throw this.#misplaced(byte, position, 'nothing behind the array');
    } else if (byte === closes && state === 'first') {
      this.#state = 'after';
    } else if (byte === closes || byte === comma || byte === closeBrace) {
      throw this.#misplaced(byte, position, 'an object');
    } else {
      this.#begin(byte, position);
    }
  }

  #begin(byte: number, position: number): void {
    const container = byte === openBrace || byte === opens;
    this.#state = container ? 'container' : 'scalar';
    this.#start = position;
    this.#depth = container ? 1 : 0;
    this.#inString = byte === quote;
    this.#escaped = false;
  }

  #closesContainer(byte: number): boolean {
    if (this.#insideString(byte)) return false;
    if (byte === openBrace || byte === opens) this.#depth += 1;
    else if (byte === closeBrace || byte === closes) this.#depth -= 1;
    return this.#depth === 0;
  }

  #endsScalar(byte: number): boolean {
    return !this.#insideString(byte) && (byte === comma || byte === closes);
  }

  /** True when the byte belongs to a string, its quotes counted in. */
  #insideString(byte: number): boolean {
    if (!this.#inString) {
      this.#inString = byte === quote;
      return this.#inString;
    }
    if (this.#escaped) this.#escaped = false;
    else if (byte === backslash) this.#escaped = true;
    else if (byte === quote) this.#inString = false;
    return true;
  }

  #element(chunk: Buffer, base: number, end: number): ArrayElement {
    const last = chunk.subarray(Math.max(0, this.#start - base), end);
    const bytes = this.#held.length === 0 ? last : Buffer.concat([...this.#held, last]);
    this.#held = [];
    return { position: this.#start, bytes };
  }

  #hold(chunk: Buffer, base: number): void {
    this.#held.push(chunk.subarray(Math.max(0, this.#start - base)));
    if (base + chunk.length - this.#start <= longestElement) return;
    throw this.#fault('json-malformed', this.#start, 'an element of more than 64 MiB', 'the end of the element');
  }

  #misplaced(byte: number, position: number, expected: string): UserFault {
    const found = `byte 0x${byte.toString(16).padStart(2, '0')}`;
    // these three never stand in a text of UTF-8: the file has another encoding, or holds no text
    if (byte === 0 || byte >= 0xfe) return this.#fault('encoding-wrong', position, found, 'utf-8');
    return this.#fault('json-malformed', position, byte < 0x80 ? String.fromCharCode(byte) : found, expected);
  }

  #fault(code: 'json-malformed' | 'encoding-wrong', byte: number, found: string, expected: string): UserFault {
    const path = this.#path === null ? {} : { path: this.#path };
    return new UserFault(code, {
      place: { ...path, byte },
      found,
      expected,
      values: { what: `${found} stands there` },
    });
  }
}
