import type { Session } from '@zhiheng/lake';
import { OwnFault, type RecordTable, recordTableNames, recordTables, type TableShape } from '@zhiheng/vocabulary';
import { GrowingTable } from './growing-table.js';
import type { RecordRows } from './record-rows.js';

/** Tables in which one reader puts arrivals: the canonical name with `arrived_` before it. */
export const arrivedName = (table: RecordTable): string => `arrived_${table}`;

/** Views over what all readers put in: the canonical name with `arriving_` before it. */
export const arrivingName = (table: RecordTable): string => `arriving_${table}`;

/** The tables of a session that hold the arrived rows of a canonical table: more than one where rows are wide. */
export interface ArrivedTable {
  readonly table: RecordTable;
  readonly parts: readonly string[];
}

/** Shape of an arriving table: the canonical columns, with the order of arrival in place of the revision. */
function arrivedShape(table: RecordTable): TableShape {
  const { revision: _, ...columns } = recordTables[table].columns;
  return { name: arrivedName(table), columns: { sequence: 'integer', ...columns } };
}

/** Bytes of a file after which texts that wait are handed over: what they were cut from cannot pile up. */
const heldBytes = 8 << 20;

/**
 * Collects records as columns and appends them to the tables of a session, in batches. All of it is one transaction,
 * which `finish` commits: nothing has to be made durable here. Only the parts of wide tables are committed one by one,
 * since the engine holds in memory what it commits.
 */
export class Arrivals {
  readonly #session: Session;
  readonly #tables: ReadonlyMap<RecordTable, GrowingTable>;
  #bytes = 0;

  private constructor(session: Session, tables: ReadonlyMap<RecordTable, GrowingTable>) {
    this.#session = session;
    this.#tables = tables;
  }

  /** Creates the tables in a session; `tables`: those that records can have rows of, left out: all. */
  static async create(session: Session, tables: readonly RecordTable[] = recordTableNames): Promise<Arrivals> {
    await session.run('BEGIN TRANSACTION');
    const growing = new Map<RecordTable, GrowingTable>();
    for (const table of tables) growing.set(table, await GrowingTable.create(session, arrivedShape(table)));
    return new Arrivals(session, growing);
  }

  /** Takes one record; `sequence` is its number in the whole load. */
  add(sequence: number, { id, tables }: RecordRows): void {
    for (const [table, rows] of tables) {
      const growing = this.#tables.get(table);
      if (growing === undefined) throw new OwnFault(`no place for rows of ${table}`);
      for (const row of rows) growing.add(sequence, id, row);
    }
  }

  /** To be called after every stretch of a file, with its bytes: makes room for what comes next. */
  async makeRoom(bytes: number): Promise<void> {
    this.#bytes += bytes;
    const tables = [...this.#tables.values()];
    if (this.#bytes >= heldBytes) {
      this.#bytes = 0;
      for (const table of tables) table.append();
    }
    const full = tables.filter((table) => table.isFull);
    if (full.length === 0) return;
    for (const table of full) await table.nextPart();
    await this.#session.run('COMMIT');
    await this.#session.run('BEGIN TRANSACTION');
  }

  /** Takes back everything behind a sequence number: a file is all or nothing. */
  async takeBackBehind(sequence: number): Promise<void> {
    for (const table of this.#tables.values()) await table.takeBack(`sequence > ${sequence}`);
  }

  /** Commits what arrived and names the tables that took any; nothing can be added after it. */
  async finish(): Promise<ArrivedTable[]> {
    for (const table of this.#tables.values()) table.close();
    await this.#session.run('COMMIT');
    return [...this.#tables].filter(([, growing]) => growing.taken > 0).map(([table, { parts }]) => ({ table, parts }));
  }
}
