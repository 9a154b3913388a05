import type { ColumnAppender, Session, Value } from '@zhiheng/lake';
import { OwnFault, type RecordTable, recordTableNames, recordTables, type TableShape } from '@zhiheng/vocabulary';
import type { RecordRows } from './record-rows.js';

/** Tables in which one reader puts arrivals: the canonical name with `arrived_` before it. */
export const arrivedName = (table: RecordTable): string => `arrived_${table}`;

/** Views over what all readers put in: the canonical name with `arriving_` before it. */
export const arrivingName = (table: RecordTable): string => `arriving_${table}`;

/** Shape of an arriving table: the canonical columns, with the order of arrival in place of the revision. */
function arrivedShape(table: RecordTable): TableShape {
  const { revision: _, ...columns } = recordTables[table].columns;
  return { name: arrivedName(table), columns: { sequence: 'integer', ...columns } };
}

/** Rows of one table that wait to be appended, by columns that are filled again and again. */
class TableBuffer {
  readonly #appender: ColumnAppender;
  readonly #columns: readonly Value[][];
  #waiting = 0;
  #appended = 0;

  constructor(shape: TableShape, appender: ColumnAppender) {
    this.#appender = appender;
    this.#columns = Object.keys(shape.columns).map(() => new Array<Value>(flushRows).fill(null));
  }

  /** Rows taken since the table was made, those taken back too. */
  get taken(): number {
    return this.#appended + this.#waiting;
  }

  add(sequence: number, id: string, row: readonly Value[]): void {
    const columns = this.#columns;
    const at = this.#waiting;
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index];
      if (column !== undefined) column[at] = index === 0 ? sequence : index === 1 ? id : (row[index - 2] ?? null);
    }
    this.#waiting += 1;
    if (this.#waiting === flushRows) this.#append();
  }

  flush(): void {
    this.#append();
    this.#appender.flush();
  }

  close(): void {
    this.#append();
    this.#appender.close();
  }

  #append(): void {
    this.#appender.append(this.#columns, this.#waiting);
    this.#appended += this.#waiting;
    this.#waiting = 0;
  }
}

/** What the engine takes at once. */
const flushRows = 2048;

/**
 * Collects records as columns and appends them to the tables of a session, in batches. All of it is one transaction,
 * which `finish` commits: nothing has to be made durable here.
 */
export class Arrivals {
  readonly #session: Session;
  readonly #buffers: ReadonlyMap<RecordTable, TableBuffer>;

  private constructor(session: Session, buffers: ReadonlyMap<RecordTable, TableBuffer>) {
    this.#session = session;
    this.#buffers = buffers;
  }

  /** Creates the tables in a session; `tables`: those that records can have rows of, left out: all. */
  static async create(session: Session, tables: readonly RecordTable[] = recordTableNames): Promise<Arrivals> {
    await session.run('BEGIN TRANSACTION');
    const buffers = new Map<RecordTable, TableBuffer>();
    for (const table of tables) {
      const shape = arrivedShape(table);
      await session.createTable(shape);
      buffers.set(table, new TableBuffer(shape, await session.openAppender(shape)));
    }
    return new Arrivals(session, buffers);
  }

  /** Takes one record; `sequence` is its number in the whole load. */
  add(sequence: number, { id, tables }: RecordRows): void {
    for (const [table, rows] of tables) {
      const buffer = this.#buffers.get(table);
      if (buffer === undefined) throw new OwnFault(`no place for rows of ${table}`);
      for (const row of rows) buffer.add(sequence, id, row);
    }
  }

  /** Takes back everything behind a sequence number: a file is all or nothing. */
  async takeBackBehind(sequence: number): Promise<void> {
    for (const [table, buffer] of this.#buffers) {
      if (buffer.taken === 0) continue;
      buffer.flush();
      await this.#session.run(`DELETE FROM "${arrivedName(table)}" WHERE sequence > ${sequence}`);
    }
  }

  /** Commits what arrived and names the tables that took any; nothing can be added after it. */
  async finish(): Promise<RecordTable[]> {
    for (const buffer of this.#buffers.values()) buffer.close();
    await this.#session.run('COMMIT');
    return recordTableNames.filter((table) => (this.#buffers.get(table)?.taken ?? 0) > 0);
  }
}
