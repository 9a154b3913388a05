import { createHash } from 'node:crypto';
import type { Session, Value } from '@zhiheng/lake';
import { type PatentTable, patentTableNames, patentTables, type TableShape } from '@zhiheng/vocabulary';
import type { PatentRecord } from '../reading/record.js';

/** Names of the tables in which arrivals wait: the canonical name with `arriving_` before it. */
export const arrivingName = (table: PatentTable): string => `arriving_${table}`;

type Columns = Value[][];

/** Shape of an arriving table: the canonical columns, with the order of arrival in place of the revision. */
export function arrivingShape(table: PatentTable): TableShape {
  const { revision: _, ...columns } = patentTables[table].columns;
  return { name: arrivingName(table), columns: { sequence: 'integer', ...columns } };
}

/** Collects records as columns and appends them to the arriving tables of a session, in batches. */
export class Arrivals {
  readonly #session: Session;
  #buffers: Record<PatentTable, Columns>;
  #buffered = 0;

  private constructor(session: Session) {
    this.#session = session;
    this.#buffers = emptyBuffers();
  }

  /** Creates the arriving tables in a session. */
  static async create(session: Session): Promise<Arrivals> {
    for (const table of patentTableNames) await session.createTable(arrivingShape(table));
    return new Arrivals(session);
  }

  /** Takes one record; `sequence` is its place in the whole load, counted from 1. */
  async add(sequence: number, record: PatentRecord, source: string, position: number): Promise<void> {
    for (const [table, rows] of Object.entries(rowsOf(record, source, position)) as [PatentTable, Value[][]][]) {
      const columns = this.#buffers[table];
      for (const row of rows) {
        columns[0]?.push(sequence);
        columns[1]?.push(record.id);
        for (const [index, value] of row.entries()) columns[index + 2]?.push(value);
      }
    }
    this.#buffered += 1;
    if (this.#buffered >= 8192) await this.flush();
  }

  async flush(): Promise<void> {
    const buffers = this.#buffers;
    this.#buffers = emptyBuffers();
    this.#buffered = 0;
    for (const table of patentTableNames) await this.#session.append(arrivingShape(table), buffers[table]);
  }

  /** Takes back everything from a sequence number on: a file is all or nothing. */
  async takeBackFrom(sequence: number): Promise<void> {
    await this.flush();
    for (const table of patentTableNames) {
      await this.#session.run(`DELETE FROM "${arrivingName(table)}" WHERE sequence >= ${sequence}`);
    }
  }
}

function emptyBuffers(): Record<PatentTable, Columns> {
  const columns = (table: PatentTable) => Object.keys(arrivingShape(table).columns).map((): Value[] => []);
  return Object.fromEntries(patentTableNames.map((table) => [table, columns(table)])) as Record<PatentTable, Columns>;
}

/** The rows of a record by table, without sequence and id, in the order of the canonical columns. */
function rowsOf(record: PatentRecord, source: string, position: number): Record<PatentTable, Value[][]> {
  const head = [
    record.office,
    record.dataset,
    record.number,
    record.numberAsGiven,
    record.kind,
    record.kindAsGiven,
    record.route,
    record.filedOn,
    record.priorityOn,
    record.publishedOn,
    record.publicationNumber,
    record.grantNumber,
    record.claimCount,
    record.family,
    record.fundedProject,
    record.agency,
    record.department,
    record.stateOn,
  ];
  const text = [record.title, record.abstract, record.firstClaim, record.language];
  const state = [
    record.examinationRequestedOn,
    record.firstActionOn,
    record.closedOn,
    record.outcome,
    record.grantedOn,
    record.ceasedOn,
    record.ceaseReason,
  ];
  const classes = record.classes.map((one, index) => [index + 1, one.scheme, one.edition, one.symbol]);
  const holders = record.holders.map((one, index) => [
    index + 1,
    one.name,
    one.country,
    one.address,
    one.area,
    one.fromOn,
    one.toOn,
  ]);
  const hash = contentHash([head, text, state, classes, holders]);
  return {
    patents: [[...head, hash, source, position]],
    patent_texts: [text],
    patent_states: [state],
    patent_classes: classes,
    patent_holders: holders,
  };
}

/** First eight bytes of SHA-256 as a signed integer: compared only among the states of one record. */
function contentHash(fields: readonly (readonly unknown[])[]): bigint {
  return createHash('sha256').update(JSON.stringify(fields)).digest().readBigInt64BE(0);
}
