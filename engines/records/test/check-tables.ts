import { Session } from '@zhiheng/lake';
import { type RecordTable, recordTables, type TableShape } from '@zhiheng/vocabulary';

export type Cells = Readonly<Record<string, string | number | null>>;
export type Rows = Readonly<Partial<Record<RecordTable, readonly Cells[]>>>;

/** Every canonical table, empty, in a session of the engine; rows are put in by plain SQL. */
export class CheckTables {
  readonly session: Session;

  private constructor(session: Session) {
    this.session = session;
  }

  static async open(): Promise<CheckTables> {
    const session = await Session.open();
    for (const shape of Object.values(recordTables) as TableShape[]) await session.createTable(shape);
    return new CheckTables(session);
  }

  /** Leaves these rows and no others. */
  async hold(rows: Rows): Promise<void> {
    for (const table of Object.keys(recordTables)) await this.session.run(`DELETE FROM ${table}`);
    for (const [table, list] of Object.entries(rows)) {
      for (const row of list) {
        const names = Object.keys(row).map((name) => `"${name}"`);
        const marks = names.map((_, index) => `$${index + 1}`);
        await this.session.run(
          `INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks.join(', ')})`,
          Object.values(row),
        );
      }
    }
  }
}
