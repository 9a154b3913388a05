import type { Holdings, ObjectStore, Segment, Session, TableSegments } from '@zhiheng/lake';
import {
  type RecordGroup,
  type RecordTable,
  recordGroupNames,
  recordGroups,
  recordTableNames,
  recordTables,
} from '@zhiheng/vocabulary';
import type { ArrivedRelations } from './join-arrivals.js';
import { outcomesTable } from './outcomes.js';

const noTable: TableSegments = { segments: [], replaced: [], history: [], rows: 0 };

/** Writes what a load brings as new segments and gives the tables of the holdings after it. */
export async function writeSegments(
  session: Session,
  arrived: ArrivedRelations,
  { store, holdings }: { readonly store: ObjectStore; readonly holdings: Holdings },
  revision: number,
): Promise<Holdings['tables']> {
  const replacedGroups = await findReplaced(session);
  const tables: Record<string, TableSegments> = { ...holdings.tables };
  for (const table of recordTableNames) {
    const before = holdings.tables[table] ?? noTable;
    const gone = replacedGroups.some((group) => recordGroups[group].includes(table))
      ? await writeReplaced(session, store, table, revision)
      : noRows;
    if (!arrived.has(table) && gone === noRows) continue;
    const current: Segment[] = [];
    const history: Segment[] = [];
    for (const relation of arrived.get(table) ?? []) {
      const rows = (joined: string) => arrivedRows(table, relation, revision, joined);
      const group = groupRows(table);
      current.push(...(await writeSegment(session, store, rows(isCurrent), revision, group)));
      history.push(...(await writeSegment(session, store, rows(isPast), revision, group)));
    }
    const after: TableSegments = {
      segments: [...before.segments, ...current],
      replaced: [...before.replaced, ...gone.segments],
      history: [...before.history, ...history],
      rows: before.rows - gone.rows + sumRows(current),
    };
    if (after.segments.length + after.history.length > 0) tables[table] = after;
  }
  return tables;
}

/** Table `newly_replaced`: the held records that arrivals take the place of. Gives the groups that have any. */
async function findReplaced(session: Session): Promise<RecordGroup[]> {
  const held = recordGroupNames.map((group) => `SELECT id, revision, '${group}' AS record_group FROM held_${group}`);
  await session.run(`CREATE TABLE newly_replaced AS
    SELECT h.id, h.revision, h.record_group FROM (${held.join(' UNION ALL ')}) AS h
    SEMI JOIN ${outcomesTable} AS o ON o.id = h.id AND o.record_group = h.record_group AND o.current`);
  const groups = await session.rows<{ record_group: RecordGroup }>('SELECT DISTINCT record_group FROM newly_replaced');
  return groups.map((row) => row.record_group);
}

interface Replaced {
  readonly segments: readonly Segment[];
  /** Rows of the table that are no longer current. */
  readonly rows: number;
}

const noRows: Replaced = { segments: [], rows: 0 };

async function writeReplaced(
  session: Session,
  store: ObjectStore,
  table: RecordTable,
  revision: number,
): Promise<Replaced> {
  const groups = recordGroupNames.filter((group) => recordGroups[group].includes(table)).map((group) => `'${group}'`);
  const gone = `SELECT DISTINCT h.id, h.revision FROM "held_${table}" AS h
    SEMI JOIN newly_replaced AS r ON r.id = h.id AND r.revision = h.revision AND r.record_group IN (${groups.join(', ')})`;
  const segments = await writeSegment(session, store, `${gone} ORDER BY id`, revision);
  const [counted] = await session.rows<{ rows: number }>(
    `SELECT count(*) AS rows FROM "held_${table}" AS h SEMI JOIN (${gone}) AS r ON r.id = h.id AND r.revision = h.revision`,
  );
  return { segments, rows: counted?.rows ?? 0 };
}

/** Writes the rows of a query as one segment; none for no rows. */
export async function writeSegment(
  session: Session,
  store: ObjectStore,
  query: string,
  revision: number,
  groupRows?: number,
): Promise<Segment[]> {
  const path = await store.incomingPath('parquet');
  const rows = await session.writeParquet(query, path, groupRows);
  if (rows === 0) return [];
  const { sha256, bytes } = await store.adopt(path, 'parquet');
  return [{ sha256, rows, bytes, revision }];
}

/** Rows that are written at once: texts are long, and a load has little memory. */
function groupRows(table: RecordTable): number {
  return table === 'patent_texts' ? 16_384 : 122_880;
}

/** Arrivals that are the current state of their record: all but the few that were settled otherwise. */
const isCurrent = `ANTI JOIN (SELECT sequence, id FROM ${outcomesTable} WHERE NOT current) AS o ON o.sequence = a.sequence AND o.id = a.id`;
const isPast = `SEMI JOIN (SELECT sequence, id FROM ${outcomesTable}
  WHERE NOT current AND outcome NOT IN ('duplicate', 'other-dataset')) AS o
  ON o.sequence = a.sequence AND o.id = a.id`;

function arrivedRows(table: RecordTable, relation: string, revision: number, joined: string): string {
  const shape: { readonly columns: Readonly<Record<string, string>> } = recordTables[table];
  const columns = Object.keys(shape.columns).map((column) =>
    column === 'revision' ? `CAST(${revision} AS BIGINT) AS revision` : `a."${column}"`,
  );
  const order = 'position' in shape.columns ? 'a.id, a.sequence, a.position' : 'a.id, a.sequence';
  return `SELECT ${columns.join(', ')} FROM ${relation} AS a ${joined} ORDER BY ${order}`;
}

const sumRows = (segments: readonly Segment[]): number => segments.reduce((total, one) => total + one.rows, 0);
