import { type ObjectStore, type Release, Session, type TableSegments } from '@zhiheng/lake';
import type { Office } from '@zhiheng/office';
import { localOperator, type PartyTable, partyTables, type TableShape } from '@zhiheng/vocabulary';

export type PartyRows = Readonly<Record<PartyTable, readonly Readonly<Record<string, string | number | null>>[]>>;

/** Makes a release as the newest one is, with these tables of parties, as if it had been resolved so. */
export async function plantParties(office: Office, name: string, rows: PartyRows, position: number): Promise<void> {
  const { release } = await office.release();
  const tables: Record<string, TableSegments> = { ...release.tables };
  const session = await Session.open();
  for (const [table, given] of Object.entries(rows)) {
    const shape: TableShape = partyTables[table as PartyTable];
    await session.createTable(shape);
    const columns = Object.keys(shape.columns).map((column) => given.map((row) => row[column] ?? null));
    await session.append(shape, columns);
    const store: ObjectStore = office.store;
    const path = await store.incomingPath('parquet');
    await session.writeParquet(`SELECT * FROM "${table}"`, path);
    const segment = { ...(await store.adopt(path, 'parquet')), rows: given.length, revision: 1 };
    tables[table] = { segments: [segment], replaced: [], history: [], rows: given.length };
  }
  session.close();
  const planted: Release = { ...release, name, tables, resolution: { ledgerPosition: position } };
  const { sha256 } = await office.store.putJson(planted);
  await office.act(localOperator('test'), 'release', name, sha256);
}
