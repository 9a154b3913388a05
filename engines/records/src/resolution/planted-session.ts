import { Session, type SessionOptions } from '@zhiheng/lake';
import { partyTables, recordTables, type TableShape } from '@zhiheng/vocabulary';
import type { PlantedHolder } from '../parties/planted-holders.js';

/** A holder row as the tables of a session take it; more rows of one `id` are joint holders. */
export type HolderRow = Pick<PlantedHolder, 'id' | 'name'> & Partial<Omit<PlantedHolder, 'party' | 'variant'>>;

/** A session that holds these rows as patents, and no release before them: what `resolveParties` reads. */
export async function openPlantedSession(rows: readonly HolderRow[], options: SessionOptions = {}): Promise<Session> {
  const session = await Session.open(options);
  for (const table of Object.values(recordTables)) await session.createTable(table);
  for (const name of ['parties', 'party_keys'] as const) {
    await session.createTable({ ...partyTables[name], name: `base_${name}` });
  }
  const step = 20_000;
  for (let start = 0; start < rows.length; start += step) await appendHolders(session, rows.slice(start, start + step));
  return session;
}

async function appendHolders(session: Session, rows: readonly HolderRow[]): Promise<void> {
  const agencies = new Map(rows.map(({ id, agency }) => [id, agency]));
  await appendCells(session, recordTables.patents, [...agencies], ([id, agency]) => ({ id, agency: agency || null }));
  await appendCells(session, recordTables.patent_holders, rows, (row) => ({
    ...{ id: row.id, name: row.name, position: 1, country: 'CN', area: row.area ?? 'XX' },
    ...{ address: row.address || null, credit_code: row.creditCode ?? null, holder_type: row.holderType ?? null },
  }));
  const people = rows.flatMap(({ id, people: list = [] }) => list.map((pseudonym) => ({ id, pseudonym })));
  await appendCells(session, recordTables.patent_people, people, (row) => ({ ...row, role: 'inventor' }));
}

async function appendCells<Row>(
  session: Session,
  shape: TableShape,
  rows: readonly Row[],
  cells: (row: Row) => Readonly<Record<string, string | number | null>>,
): Promise<void> {
  const made = rows.map(cells);
  await session.append(
    shape,
    Object.keys(shape.columns).map((column) => made.map((row) => row[column] ?? null)),
  );
}
