import duckdb from '@duckdb/node-bindings';

/** Which rows of a chunk hold a value: a bit each, set for those that do. */
export class ValidRows {
  readonly #bits: Uint8Array<ArrayBuffer>;
  #all = true;

  constructor(rows: number) {
    this.#bits = new Uint8Array(Math.ceil(rows / 64) * 8).fill(0xff);
  }

  /** The row is NULL. */
  exclude(row: number): void {
    this.#all = false;
    const at = row >> 3;
    this.#bits[at] = (this.#bits[at] ?? 0) & ~(1 << (row & 7));
  }

  /** Hands the bits to a fresh vector; every row holds a value again afterwards. */
  flush(vector: duckdb.Vector): void {
    if (this.#all) return;
    duckdb.vector_ensure_validity_writable(vector);
    duckdb.copy_data_to_vector_validity(vector, 0, this.#bits.buffer, 0, this.#bits.byteLength);
    this.#bits.fill(0xff);
    this.#all = true;
  }
}
