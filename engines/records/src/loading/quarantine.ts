import type { Session } from '@zhiheng/lake';
import type { ErrorCode, TableShape } from '@zhiheng/vocabulary';

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

/** Collects quarantined records of a load in a table of its session. */
export class QuarantineCollector {
  readonly #session: Session;
  #rows: QuarantinedRecord[] = [];

  private constructor(session: Session) {
    this.#session = session;
  }

  static async create(session: Session): Promise<QuarantineCollector> {
    await session.createTable(quarantineShape);
    return new QuarantineCollector(session);
  }

  async add(record: QuarantinedRecord): Promise<void> {
    this.#rows.push(record);
    if (this.#rows.length >= 500) await this.flush();
  }

  async flush(): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    const columns = Object.keys(quarantineShape.columns) as (keyof QuarantinedRecord)[];
    await this.#session.append(
      quarantineShape,
      columns.map((column) => rows.map((row) => row[column] ?? null)),
    );
  }

  /** Takes back what one file brought, by the beginning of its ids: a file is all or nothing. */
  async takeBack(idPrefix: string): Promise<void> {
    await this.flush();
    await this.#session.run('DELETE FROM quarantine WHERE starts_with(id, $1)', [idPrefix]);
  }
}
