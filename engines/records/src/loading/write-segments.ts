import type { Holdings, ObjectStore, Segment, Session, TableSegments } from '@zhiheng/lake';
import { type PatentTable, patentTableNames, patentTables } from '@zhiheng/vocabulary';
import { arrivingName } from './arrivals.js';
import { outcomesTable } from './outcomes.js';

const noTable: TableSegments = { segments: [], replaced: [], history: [], rows: 0 };

/** Writes what a load brings as new segments and gives the tables of the holdings after it. */
export async function writeSegments(
  session: Session,
  store: ObjectStore,
  holdings: Holdings,
  revision: number,
): Promise<Holdings['tables']> {
  await session.run(`CREATE TABLE newly_replaced AS
    SELECT h.id, h.revision FROM held_patents AS h SEMI JOIN ${outcomesTable} AS o ON o.id = h.id AND o.current`);
  const replaced = await writeSegment(session, store, 'SELECT id, revision FROM newly_replaced ORDER BY id', revision);
  const tables: Record<string, TableSegments> = {};
  for (const table of patentTableNames) {
    const before = holdings.tables[table] ?? noTable;
    const current = await writeSegment(session, store, arrivedRows(table, revision, 'o.current'), revision);
    const past = `NOT o.current AND o.outcome IN ('loaded', 'replaced', 'older-state')`;
    const history = await writeSegment(session, store, arrivedRows(table, revision, past), revision);
    const [gone] = await session.rows<{ rows: number }>(
      `SELECT count(*) AS rows FROM "held_${table}" AS h SEMI JOIN newly_replaced AS r ON r.id = h.id`,
    );
    tables[table] = {
      segments: [...before.segments, ...current],
      replaced: [...before.replaced, ...replaced],
      history: [...before.history, ...history],
      rows: before.rows - (gone?.rows ?? 0) + sumRows(current),
    };
  }
  return tables;
}

/** Writes the rows of a query as one segment; none for no rows. */
export async function writeSegment(
  session: Session,
  store: ObjectStore,
  query: string,
  revision: number,
): Promise<Segment[]> {
  const path = await store.incomingPath('parquet');
  const rows = await session.writeParquet(query, path);
  if (rows === 0) return [];
  const { sha256, bytes } = await store.adopt(path, 'parquet');
  return [{ sha256, rows, bytes, revision }];
}

function arrivedRows(table: PatentTable, revision: number, condition: string): string {
  const shape: { readonly columns: Readonly<Record<string, string>> } = patentTables[table];
  const columns = Object.keys(shape.columns).map((column) =>
    column === 'revision' ? `CAST(${revision} AS BIGINT) AS revision` : `a."${column}"`,
  );
  const order = 'position' in shape.columns ? 'a.id, a.sequence, a.position' : 'a.id, a.sequence';
  return `SELECT ${columns.join(', ')} FROM "${arrivingName(table)}" AS a
    JOIN ${outcomesTable} AS o ON o.sequence = a.sequence WHERE ${condition} ORDER BY ${order}`;
}

const sumRows = (segments: readonly Segment[]): number => segments.reduce((total, one) => total + one.rows, 0);
