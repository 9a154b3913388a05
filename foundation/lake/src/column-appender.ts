import type { DuckDBAppender, DuckDBDataChunk } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import type { ColumnType } from '@zhiheng/vocabulary';
import { type ColumnWriter, columnWriter, type Value } from './column-writer.js';
import { tellingDiskFaults } from './disk-fault.js';
import { engine } from './engine.js';

export type { Value } from './column-writer.js';

/** The engine takes chunks of at most this many rows. */
const chunkRows = 2048;
/** Rows after which the engine is made to take chunks in: by itself it keeps 204,800, outside of its memory limit. */
const flushRows = 8 * chunkRows;

/** Appends whole columns to one table. */
export class ColumnAppender {
  readonly #appender: DuckDBAppender;
  readonly #writers: readonly ColumnWriter[];
  readonly #chunk: DuckDBDataChunk;
  #waiting = 0;

  constructor(appender: DuckDBAppender, types: readonly ColumnType[]) {
    this.#appender = appender;
    this.#writers = types.map((type) => columnWriter(type, chunkRows));
    this.#chunk = engine().DuckDBDataChunk.create(types.map((_, index) => appender.columnType(index)));
  }

  /** Takes columns of equal length, in the order of the table; `rows`: only so many of their values. */
  append(columns: readonly (readonly Value[])[], rows = columns[0]?.length ?? 0): void {
    for (let start = 0; start < rows; start += chunkRows) {
      const count = Math.min(chunkRows, rows - start);
      this.#chunk.reset();
      this.#chunk.rowCount = count;
      for (const [index, writer] of this.#writers.entries()) {
        writer.write(duckdb.data_chunk_get_vector(this.#chunk.chunk, index), columns[index] ?? [], start, count);
      }
      tellingDiskFaults(() => this.#appender.appendDataChunk(this.#chunk));
      this.#waiting += count;
      if (this.#waiting >= flushRows) this.flush();
    }
  }

  flush(): void {
    this.#waiting = 0;
    tellingDiskFaults(() => this.#appender.flushSync());
  }

  close(): void {
    tellingDiskFaults(() => this.#appender.closeSync());
  }
}
