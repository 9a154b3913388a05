import type { Session, Value } from '@zhiheng/lake';
import { type RecordTable, recordTableNames, recordTables, type TableShape } from '@zhiheng/vocabulary';
import type { RecordRows } from './record-rows.js';

/** Names of the tables in which arrivals wait: the canonical name with `arriving_` before it. */
export const arrivingName = (table: RecordTable): string => `arriving_${table}`;

/** Shape of an arriving table: the canonical columns, with the order of arrival in place of the revision. */
export function arrivingShape(table: RecordTable): TableShape {
  const { revision: _, ...columns } = recordTables[table].columns;
  return { name: arrivingName(table), columns: { sequence: 'integer', ...columns } };
}

interface Buffer {
  readonly shape: TableShape;
  columns: Value[][];
}

const flushRecords = 8192;

/** Collects records as columns and appends them to the arriving tables of a session, in batches. */
export class Arrivals {
  readonly #session: Session;
  readonly #buffers = new Map<RecordTable, Buffer>();
  #buffered = 0;

  private constructor(session: Session) {
    this.#session = session;
    for (const table of recordTableNames) {
      const shape = arrivingShape(table);
      this.#buffers.set(table, { shape, columns: emptyColumns(shape) });
    }
  }

  /** Creates the arriving tables in a session. */
  static async create(session: Session): Promise<Arrivals> {
    for (const table of recordTableNames) await session.createTable(arrivingShape(table));
    return new Arrivals(session);
  }

  /** Takes one record; `sequence` is its place in the whole load, counted from 1. */
  async add(sequence: number, { id, tables }: RecordRows): Promise<void> {
    for (const [table, rows] of tables) {
      const columns = this.#buffers.get(table)?.columns ?? [];
      for (const row of rows) {
        columns[0]?.push(sequence);
        columns[1]?.push(id);
        for (let index = 0; index < row.length; index += 1) columns[index + 2]?.push(row[index] ?? null);
      }
    }
    this.#buffered += 1;
    if (this.#buffered >= flushRecords) await this.flush();
  }

  async flush(): Promise<void> {
    this.#buffered = 0;
    for (const buffer of this.#buffers.values()) {
      const { shape, columns } = buffer;
      if (columns[0]?.length === 0) continue;
      buffer.columns = emptyColumns(shape);
      await this.#session.append(shape, columns);
    }
  }

  /** Takes back everything from a sequence number on: a file is all or nothing. */
  async takeBackFrom(sequence: number): Promise<void> {
    await this.flush();
    for (const table of recordTableNames) {
      await this.#session.run(`DELETE FROM "${arrivingName(table)}" WHERE sequence >= ${sequence}`);
    }
  }
}

const emptyColumns = (shape: TableShape): Value[][] => Object.keys(shape.columns).map(() => []);
