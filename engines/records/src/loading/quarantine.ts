import type { Session } from '@zhiheng/lake';
import type { ErrorCode, TableShape } from '@zhiheng/vocabulary';
import { clipText } from '../reading/raw-record.js';
import { GrowingTable } from './growing-table.js';

/** One source record that could not be taken in, with where it stands and what would be right. */
export interface QuarantinedRecord {
  readonly id: string;
  readonly file: string;
  /** Byte offset from 0 in the decoded file. */
  readonly position: number;
  readonly line: number | null;
  readonly field: string | null;
  readonly found: string | null;
  readonly expected: string | null;
  readonly code: ErrorCode;
  /** The source record as read, at most 64 KiB. */
  readonly raw: string | null;
  /** The header line of the delimited table it stands in; null or left out for other files. */
  readonly header?: string | null;
}

export const quarantineShape: TableShape = {
  name: 'quarantine',
  columns: {
    id: 'text',
    file: 'text',
    position: 'integer',
    line: 'integer',
    field: 'text',
    found: 'text',
    expected: 'text',
    code: 'text',
    raw: 'text',
    header: 'text',
  },
};

/** Collects quarantined records of a load in tables of its session. */
export class QuarantineCollector {
  readonly #table: GrowingTable;

  private constructor(table: GrowingTable) {
    this.#table = table;
  }

  static async create(session: Session): Promise<QuarantineCollector> {
    return new QuarantineCollector(await GrowingTable.create(session, quarantineShape));
  }

  async add(record: QuarantinedRecord): Promise<void> {
    const { id, file, found, ...others } = record;
    const clipped = { ...others, found: found === null ? null : clipText(found) };
    this.#table.add(
      id,
      file,
      ownColumns.map((column) => clipped[column] ?? null),
    );
    // Texts of a record hold on to the stretch of the file that they were cut from.
    if (this.#table.taken % 128 === 0) this.#table.append();
    if (this.#table.isFull) await this.#table.nextPart();
  }

  /** Takes back what one file brought, by the beginning of its ids: a file is all or nothing. */
  async takeBack(idPrefix: string): Promise<void> {
    await this.#table.takeBack('starts_with(id, $1)', [idPrefix]);
  }

  /** Ends the collecting and names the tables that hold the records. */
  finish(): readonly string[] {
    this.#table.close();
    return this.#table.parts;
  }
}

const ownColumns = Object.keys(quarantineShape.columns).slice(2) as Exclude<keyof QuarantinedRecord, 'id' | 'file'>[];
