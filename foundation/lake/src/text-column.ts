import duckdb from '@duckdb/node-bindings';
import { ValidRows } from './valid-rows.js';

/** Bytes of UTF-8 that lie in the cell itself. */
const inlineBytes = 12;
/** A cell: its length in bytes, then the text itself, or its first four bytes and where it lies. */
const cellBytes = 16;
const cellInts = cellBytes / 4;
/** What a row's cell is: handed to the engine, laid in here, or that of an earlier row. */
const [handed, laid] = [-1, -2];
/** Chunks after which it is tried again whether texts repeat. */
const trial = 16;

/**
 * Texts of a column. Handing a text to the engine is a call of some 250 ns: short texts are laid into their cells here
 * instead, and a text that repeats within the chunk is handed over once.
 */
export class TextColumn {
  readonly #valid: ValidRows;
  readonly #cells: Int32Array<ArrayBuffer>;
  readonly #bytes: Uint8Array;
  readonly #origin: Int16Array;
  readonly #seen = new Map<string, number>();
  #repeats = true;
  #chunks = 0;

  constructor(rows: number) {
    this.#valid = new ValidRows(rows);
    this.#cells = new Int32Array(rows * cellInts);
    this.#bytes = new Uint8Array(this.#cells.buffer);
    this.#origin = new Int16Array(rows);
  }

  write(
    vector: duckdb.Vector,
    values: readonly (string | number | bigint | null)[],
    start: number,
    count: number,
  ): void {
    let [previous, previousRow, misses, hits] = ['', -1, 0, 0];
    const remember = this.#repeats || this.#chunks % trial === 0;
    for (let row = 0; row < count; row += 1) {
      const value = values[start + row] ?? null;
      this.#origin[row] = laid;
      if (value === null) {
        this.#valid.exclude(row);
        this.#clear(row);
        continue;
      }
      const text = typeof value === 'string' ? value : String(value);
      if (text.length <= inlineBytes && this.#lay(text, row)) continue;
      const earlier = text === previous ? previousRow : remember ? this.#seen.get(text) : undefined;
      if (earlier === undefined) {
        duckdb.vector_assign_string_element(vector, row, text);
        this.#origin[row] = handed;
        if (remember) this.#seen.set(text, row);
        misses += 1;
      } else {
        this.#origin[row] = earlier;
        hits += 1;
      }
      previous = text;
      previousRow = earlier ?? row;
    }
    if (misses < count) this.#patch(vector, count);
    this.#valid.flush(vector);
    this.#seen.clear();
    this.#chunks += 1;
    this.#repeats = remember ? hits * 3 > misses : this.#repeats;
  }

  /** Puts cells laid in here, and cells of repeated texts, among those that the engine made. */
  #patch(vector: duckdb.Vector, count: number): void {
    const made = duckdb.vector_get_data(vector, count * cellBytes);
    const cells = new Int32Array(made.buffer as ArrayBuffer, made.byteOffset, count * cellInts);
    for (let row = 0; row < count; row += 1) {
      const origin = this.#origin[row] ?? handed;
      if (origin === handed) continue;
      const from = origin === laid ? this.#cells : cells;
      const at = (origin === laid ? row : origin) * cellInts;
      for (let index = 0; index < cellInts; index += 1) cells[row * cellInts + index] = from[at + index] ?? 0;
    }
    duckdb.copy_data_to_vector(vector, 0, cells.buffer, cells.byteOffset, count * cellBytes);
  }

  /** Lays a text into its cell; false when it is too long, or no text of whole characters. */
  #lay(text: string, row: number): boolean {
    this.#clear(row);
    const bytes = this.#bytes;
    const start = row * cellBytes + 4;
    const end = start + inlineBytes;
    let at = start;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (at + (code < 0x80 ? 1 : code < 0x800 ? 2 : 3) > end || (code >= 0xd800 && code <= 0xdfff)) return false;
      if (code < 0x80) {
        bytes[at++] = code;
      } else if (code < 0x800) {
        bytes[at++] = 0xc0 | (code >> 6);
        bytes[at++] = 0x80 | (code & 0x3f);
      } else {
        bytes[at++] = 0xe0 | (code >> 12);
        bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[at++] = 0x80 | (code & 0x3f);
      }
    }
    this.#cells[row * cellInts] = at - start;
    return true;
  }

  /** The engine compares whole cells: what a text leaves of its cell is zero. */
  #clear(row: number): void {
    const cells = this.#cells;
    const at = row * cellInts;
    cells[at] = 0;
    cells[at + 1] = 0;
    cells[at + 2] = 0;
    cells[at + 3] = 0;
  }
}
