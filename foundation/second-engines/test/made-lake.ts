import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyHoldings, type Holdings, nodeDisk, ObjectStore, type Segment, Session } from '@zhiheng/lake';
import { type ShownTable, shownTables } from '@zhiheng/vocabulary';

type Row = Readonly<Record<string, string | number | null>>;

/** A lake of its own in a temporary folder, filled segment by segment. */
export class MadeLake {
  readonly folder = mkdtempSync(join(tmpdir(), 'zhiheng-second-'));
  readonly store = new ObjectStore(this.folder, nodeDisk);

  /** A segment of rows of a table; what a row leaves out is null. */
  async segment(name: ShownTable, revision: number, rows: readonly Row[]): Promise<Segment> {
    return await this.#write(
      shownTables[name].columns,
      revision,
      rows.map((row) => ({ revision, ...row })),
    );
  }

  /** A list of replaced rows. */
  async replaced(revision: number, rows: readonly Row[]): Promise<Segment> {
    return await this.#write({ id: 'text', revision: 'integer' }, revision, rows);
  }

  holdings(tables: Holdings['tables']): Holdings {
    return { ...emptyHoldings, revision: 9, tables };
  }

  async #write(
    columns: Readonly<Record<string, 'text' | 'integer' | 'decimal' | 'hash' | 'date'>>,
    revision: number,
    rows: readonly Row[],
  ): Promise<Segment> {
    const session = await Session.open();
    try {
      const names = Object.keys(columns);
      await session.registerTable(
        'rows_of_segment',
        columns,
        rows.map((row) => names.map((name) => row[name] ?? null)),
      );
      const path = await this.store.incomingPath('parquet');
      await session.writeParquet('SELECT * FROM rows_of_segment', path);
      return { ...(await this.store.adopt(path, 'parquet')), rows: rows.length, revision };
    } finally {
      session.close();
    }
  }
}
