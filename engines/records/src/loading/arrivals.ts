import type { Session } from '@zhiheng/lake';
import { OwnFault, type RecordTable, recordTableNames, recordTables, type TableShape } from '@zhiheng/vocabulary';
import { GrowingTable } from './growing-table.js';
import type { RecordRows } from './record-rows.js';

/** What arrives: rows of canonical tables, and the names of people, which go elsewhere. */
export type ArrivingTable = RecordTable | 'names';

/** Tables in which one reader puts arrivals: the canonical name with `arrived_` before it. */
export const arrivedName = (table: ArrivingTable): string => `arrived_${table}`;

/** Views over what all readers put in: the canonical name with `arriving_` before it. */
export const arrivingName = (table: ArrivingTable): string => `arriving_${table}`;

/** The tables of a session that hold the arrived rows of a canonical table: more than one where rows are wide. */
export interface ArrivedTable {
  readonly table: ArrivingTable;
  readonly parts: readonly string[];
}

/** Shape of an arriving table: the canonical columns, with the order of arrival in place of the revision. */
function arrivedShape(table: ArrivingTable): TableShape {
  if (table === 'names')
    return { name: arrivedName(table), columns: { sequence: 'integer', pseudonym: 'text', name: 'text' } };
  const { revision: _, ...columns } = recordTables[table].columns;
  return { name: arrivedName(table), columns: { sequence: 'integer', ...columns } };
}

/** Bytes of a file after which texts that wait are handed over: what they were cut from cannot pile up. */
const heldBytes = 8 << 20;

/** People who are remembered as named already. */
const rememberedPeople = 100_000;

/**
 * Collects records as columns and appends them to the tables of a session, in batches. All of it is one transaction,
 * which `finish` commits: nothing has to be made durable here. Only the parts of wide tables are committed one by one,
 * since the engine holds in memory what it commits.
 */
export class Arrivals {
  readonly #session: Session;
  readonly #tables: ReadonlyMap<ArrivingTable, GrowingTable>;
  readonly #names: GrowingTable;
  /** People whom an earlier arrival named. */
  readonly #named = new Set<string>();
  #bytes = 0;

  private constructor(session: Session, tables: ReadonlyMap<ArrivingTable, GrowingTable>, names: GrowingTable) {
    this.#session = session;
    this.#tables = tables;
    this.#names = names;
  }

  /** Creates the tables in a session; `tables`: those that records can have rows of, left out: all. */
  static async create(session: Session, tables: readonly RecordTable[] = recordTableNames): Promise<Arrivals> {
    await session.run('BEGIN TRANSACTION');
    const growing = new Map<ArrivingTable, GrowingTable>();
    for (const table of tables) growing.set(table, await GrowingTable.create(session, arrivedShape(table)));
    const names = await GrowingTable.create(session, arrivedShape('names'));
    return new Arrivals(session, growing.set('names', names), names);
  }

  /** Takes one record; `sequence` is its number in the whole load. */
  add(sequence: number, { id, tables, names }: RecordRows): void {
    for (const { pseudonym, name } of names) this.#addName(sequence, pseudonym, name);
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
    this.#named.clear();
  }

  #addName(sequence: number, pseudonym: string, name: string): void {
    if (this.#named.has(pseudonym)) return;
    if (this.#named.size >= rememberedPeople) this.#named.clear();
    this.#named.add(pseudonym);
    this.#names.add(sequence, pseudonym, [name]);
  }

  /** Commits what arrived and names the tables that took any; nothing can be added after it. */
  async finish(): Promise<ArrivedTable[]> {
    for (const table of this.#tables.values()) table.close();
    await this.#session.run('COMMIT');
    return [...this.#tables].filter(([, growing]) => growing.taken > 0).map(([table, { parts }]) => ({ table, parts }));
  }
}
