import type { ColumnAppender, Session, Value } from '@zhiheng/lake';
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
  readonly appender: ColumnAppender;
  columns: Value[][];
}

const flushRecords = 8192;

/**
 * Collects records as columns and appends them to the arriving tables of a session, in batches. All of it is one
 * transaction, which `finish` commits: nothing has to be made durable here.
 */
export class Arrivals {
  readonly #session: Session;
  readonly #buffers: ReadonlyMap<RecordTable, Buffer>;
  #buffered = 0;

  private constructor(session: Session, buffers: ReadonlyMap<RecordTable, Buffer>) {
    this.#session = session;
    this.#buffers = buffers;
  }

  /** Creates the arriving tables in a session. */
  static async create(session: Session): Promise<Arrivals> {
    await session.run('BEGIN TRANSACTION');
    const buffers = new Map<RecordTable, Buffer>();
    for (const table of recordTableNames) {
      const shape = arrivingShape(table);
      await session.createTable(shape);
      buffers.set(table, { shape, appender: await session.openAppender(shape), columns: emptyColumns(shape) });
    }
    return new Arrivals(session, buffers);
  }

  /** Takes one record; `sequence` is its place in the whole load, counted from 1. */
  add(sequence: number, { id, tables }: RecordRows): void {
    for (const [table, rows] of tables) {
      const columns = this.#buffers.get(table)?.columns ?? [];
      for (const row of rows) {
        columns[0]?.push(sequence);
        columns[1]?.push(id);
        for (let index = 0; index < row.length; index += 1) columns[index + 2]?.push(row[index] ?? null);
      }
    }
    this.#buffered += 1;
    if (this.#buffered >= flushRecords) this.#flush();
  }

  /** Takes back everything from a sequence number on: a file is all or nothing. */
  async takeBackFrom(sequence: number): Promise<void> {
    this.#flush();
    for (const { appender } of this.#buffers.values()) appender.flush();
    for (const table of recordTableNames) {
      await this.#session.run(`DELETE FROM "${arrivingName(table)}" WHERE sequence >= ${sequence}`);
    }
  }

  /** Commits what arrived; nothing can be added after it. */
  async finish(): Promise<void> {
    this.#flush();
    for (const { appender } of this.#buffers.values()) appender.close();
    await this.#session.run('COMMIT');
  }

  #flush(): void {
    this.#buffered = 0;
    for (const buffer of this.#buffers.values()) {
      const { shape, appender, columns } = buffer;
      if (columns[0]?.length === 0) continue;
      buffer.columns = emptyColumns(shape);
      appender.append(columns);
    }
  }
}

const emptyColumns = (shape: TableShape): Value[][] => Object.keys(shape.columns).map(() => []);
