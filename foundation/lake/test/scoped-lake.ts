import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ShownTable, shownTables, type TableShape } from '@zhiheng/vocabulary';
import { emptyHoldings, type Holdings, nodeDisk, ObjectStore, Session, type TableSegments } from '../src/index.js';

export type Row = Readonly<Record<string, string | number | null>>;
export type Rows = Readonly<Partial<Record<ShownTable, readonly Row[]>>>;

export interface ScopedLake {
  readonly folder: string;
  readonly store: ObjectStore;
  readonly holdings: Holdings;
}

/** A lake that holds these rows, all current; what a row leaves out is null. */
export async function lakeOf(rows: Rows): Promise<ScopedLake> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-scope-'));
  const store = new ObjectStore(folder, nodeDisk);
  const session = await Session.open();
  const tables: Record<string, TableSegments> = {};
  for (const [name, given] of Object.entries(rows)) {
    const shape: TableShape = shownTables[name as ShownTable];
    await session.createTable(shape);
    await session.append(
      shape,
      Object.keys(shape.columns).map((column) => given.map((row) => row[column] ?? null)),
    );
    const path = await store.incomingPath('parquet');
    await session.writeParquet(`SELECT * FROM "${name}"`, path);
    const segment = { ...(await store.adopt(path, 'parquet')), rows: given.length, revision: 1 };
    tables[name] = { segments: [segment], replaced: [], history: [], rows: given.length };
  }
  session.close();
  return { folder, store, holdings: { ...emptyHoldings, revision: 1, tables } };
}
