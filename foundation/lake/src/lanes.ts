import type { DuckDBConnection } from '@duckdb/node-api';

/**
 * The connections over which the statements of a session run: as many statements at once as there may be connections. Over a single one the
 * others follow in their turn; over several the newest comes first, so that what goes on with something begun does not wait for all that was not
 * begun yet. A table that one of them made is there for the others when its statement has ended.
 */
export class Lanes {
  readonly #open: () => Promise<DuckDBConnection>;
  readonly #free: DuckDBConnection[];
  readonly #all: DuckDBConnection[];
  readonly #waiting: ((connection: DuckDBConnection) => void)[] = [];
  readonly #newestFirst: boolean;
  /** Connections that may still be opened. */
  #further: number;

  constructor(first: DuckDBConnection, open: () => Promise<DuckDBConnection>, atOnce: number) {
    this.#open = open;
    this.#free = [first];
    this.#all = [first];
    this.#further = atOnce - 1;
    this.#newestFirst = atOnce > 1;
  }

  /** Lends a connection that nobody else has meanwhile. */
  async use<T>(act: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = await this.#take();
    try {
      return await act(connection);
    } finally {
      const next = this.#newestFirst ? this.#waiting.pop() : this.#waiting.shift();
      if (next === undefined) this.#free.push(connection);
      else next(connection);
    }
  }

  /** Closes all connections; none is lent. */
  close(): void {
    for (const connection of this.#all) connection.closeSync();
  }

  async #take(): Promise<DuckDBConnection> {
    const free = this.#free.pop();
    if (free !== undefined) return free;
    if (this.#further === 0) return new Promise((lend) => this.#waiting.push(lend));
    this.#further -= 1;
    try {
      const opened = await this.#open();
      this.#all.push(opened);
      return opened;
    } catch (error) {
      this.#further += 1;
      throw error;
    }
  }
}
