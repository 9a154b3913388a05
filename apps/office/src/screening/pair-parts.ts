import { type LakeSession, type ObjectStore, type Segment, Session } from '@zhiheng/lake';
import type { ChangedPairs, NamedPair, PairColumns, TextPair } from '@zhiheng/screening';
import { type ColumnType, OwnFault, UserFault } from '@zhiheng/vocabulary';
import { segmentsOfPairs, type WrittenPairs } from './written-pairs.js';

/** Pairs of one field, and what changed since an earlier run wrote them; null: all are to be written. */
export interface PairsOfField {
  readonly columns: PairColumns;
  readonly changed: ChangedPairs | null;
}

/** When pairs are written as parts. */
export interface PartsRule {
  /** Fewer pairs are written as one. */
  readonly leastPairs: number;
  /** Behind so many parts all is written as one again. */
  readonly mostParts: number;
}

const usualRule: PartsRule = { leastPairs: 100_000, mostParts: 12 };
/** Of all pairs: where a larger share changed, they are written as one. */
const mostChanged = 0.25;

/**
 * Writes pairs, each by both of its applications, so that a scope that shows one of the two shows nothing of the other. Many of which few changed since an earlier run (`before`) stay as that
 * wrote them, and what changed is written beside.
 */
export async function writePairs(
  store: ObjectStore,
  fields: readonly PairsOfField[],
  before: WrittenPairs | null,
  { leastPairs, mostParts } = usualRule,
): Promise<WrittenPairs> {
  const count = countOf(fields);
  const changed = fields.flatMap((one) => one.changed ?? []);
  const size = changed.reduce((sum, { came, gone }) => sum + came.length + gone.length, 0);
  const beside = changed.length === fields.length && count >= leastPairs && size <= mostChanged * count;
  if (!beside || before === null || !(await isSound(store, before))) return wholePairs(store, fields);
  if (size === 0) return before;
  if (before.since.length >= mostParts) return wholePairs(store, fields);
  const { rows } = segmentsOfPairs(before);
  const names = changed.flatMap((one) => one.gone);
  const gone = await writeGone(store, names, rows);
  const came = changed.map((one) => one.came);
  const first = rows.reduce((sum, segment) => sum + segment.rows / 2, 0);
  return { ...before, since: [...before.since, { segment: await writeRows(store, came, first), gone }] };
}

/** Pairs of all fields. */
export function countOf(fields: readonly PairsOfField[]): number {
  return fields.reduce((sum, { columns }) => sum + columns.count, 0);
}

async function wholePairs(store: ObjectStore, fields: readonly PairsOfField[]): Promise<WrittenPairs> {
  function* batches() {
    for (const { columns } of fields) yield* columns.inBatches();
  }
  return { segment: await writeRows(store, batches(), 0), since: [] };
}

async function isSound(store: ObjectStore, written: WrittenPairs): Promise<boolean> {
  const { rows, gone } = segmentsOfPairs(written);
  try {
    await store.checkSegments([...rows, ...gone]);
    return true;
  } catch (error) {
    if (error instanceof UserFault && error.code === 'segment-damaged') return false;
    throw error;
  }
}

/** Two rows a pair, in the order of their applications; pairs are numbered from `first` on. */
function writeRows(store: ObjectStore, batches: Iterable<readonly TextPair[]>, first: number): Promise<Segment> {
  const columns = ['a', 'b', 'field', 'jaccard', 'containment', 'kind'] as const;
  function* written() {
    for (const pairs of batches) yield columns.map((name) => pairs.map((pair) => String(pair[name])));
  }
  return write(store, columns, written(), async (session, path) => {
    await session.run('CREATE TABLE in_order AS SELECT * FROM written ORDER BY a, b, field, kind');
    await session.run('DROP TABLE written');
    const told = 'field, CAST(jaccard AS DOUBLE) AS jaccard, CAST(containment AS DOUBLE) AS containment, kind';
    const ends = "unnest([a, b]) AS id, unnest(['a', 'b']) AS side";
    return session.writeParquet(`SELECT rowid + ${first + 1} AS pair, ${ends}, ${told} FROM in_order`, path);
  });
}

/** Writes the rows of earlier parts that count no longer, each by its application; null: none. */
async function writeGone(
  store: ObjectStore,
  gone: readonly NamedPair[],
  segments: readonly Segment[],
): Promise<Segment | null> {
  if (gone.length === 0) return null;
  const columns = ['a', 'b', 'field', 'kind'] as const;
  const values = columns.map((name) => gone.map((pair) => pair[name]));
  const paths = segments.map(({ sha256 }) => `'${store.pathOf(sha256, 'parquet').replaceAll("'", "''")}'`);
  const rows = `read_parquet([${paths.join(', ')}])`;
  return write(store, columns, [values], async (session, path) => {
    const ends =
      "SELECT DISTINCT a AS id, 'a' AS side, field, kind FROM written UNION ALL SELECT DISTINCT b AS id, 'b' AS side, field, kind FROM written";
    await session.run(`CREATE TABLE end_gone AS SELECT *, row_number() OVER () AS number FROM (${ends}) AS told`);
    // Whoever has a pair that is gone may have thousands that stand: their rows are joined with each other by numbers alone.
    await session.run(
      `CREATE TABLE near_gone AS SELECT r.pair, e.side, e.number FROM ${rows} AS r JOIN end_gone AS e ON e.id = r.id AND e.side = r.side AND e.field = r.field AND e.kind = r.kind`,
    );
    await session.run(
      `CREATE TABLE numbered_gone AS SELECT w.a, w.b, w.rowid AS place, one.number AS one, other.number AS other FROM written AS w
       JOIN end_gone AS one ON one.side = 'a' AND one.id = w.a AND one.field = w.field AND one.kind = w.kind
       JOIN end_gone AS other ON other.side = 'b' AND other.id = w.b AND other.field = w.field AND other.kind = w.kind`,
    );
    await session.run(
      `CREATE TABLE gone AS SELECT one.pair, w.a, w.b, w.place FROM (SELECT pair, number FROM near_gone WHERE side = 'a') AS one
       JOIN (SELECT pair, number FROM near_gone WHERE side = 'b') AS other ON other.pair = one.pair
       JOIN numbered_gone AS w ON w.one = one.number AND w.other = other.number`,
    );
    const [found] = await session.rows<{ n: number }>('SELECT count(DISTINCT place) AS n FROM gone');
    if (found?.n !== gone.length) throw new OwnFault('pairs that are gone are not among those that were written');
    const sql = 'SELECT pair, a AS id FROM gone UNION ALL SELECT pair, b AS id FROM gone ORDER BY pair, id';
    return session.writeParquet(sql, path);
  });
}

/** Of the SQL engine, which spills to the disk beyond it. */
const memoryLimit = '1GB';

/** Writes what is made of the table `written`, whose rows are numbered from 0 in the order of the batches. */
async function write(
  store: ObjectStore,
  columns: readonly string[],
  batches: Iterable<readonly (readonly string[])[]>,
  make: (session: Session, path: string) => Promise<number>,
): Promise<Segment> {
  const spillFolder = await store.incomingPath('spill');
  const session = await Session.open({ memoryLimit, spillFolder });
  try {
    const types: Record<string, ColumnType> = Object.fromEntries(columns.map((name) => [name, 'text']));
    const table = { name: 'written', columns: types };
    await session.createTable(table);
    for (const batch of batches) await session.append(table, batch);
    const path = await store.incomingPath('parquet');
    const rows = await make(session, path);
    return { ...(await store.adopt(path, 'parquet')), rows, revision: 0 };
  } finally {
    session.close();
    await store.discard(spillFolder);
  }
}

/** Shows `text_pair`, the pairs of a run. The session was opened beside them. */
export async function showPairs(session: LakeSession, written: WrittenPairs): Promise<void> {
  const { rows: segments, gone } = segmentsOfPairs(written);
  const shown = { together: true, recordsOf: 'patents' };
  if (gone.length === 0) {
    await session.showSegments('text_pair', { segments, ...shown });
    return;
  }
  await session.showSegments('pair_written', { segments, ...shown });
  await session.showSegments('pair_gone', { segments: gone, ...shown });
  await session.name(
    'text_pair',
    'SELECT p.* FROM pair_written AS p LEFT JOIN pair_gone AS g ON g.pair = p.pair AND g.id = p.id WHERE g.pair IS NULL',
  );
}
