import { recordTables, type TableShape } from '@zhiheng/vocabulary';
import { type Holdings, type Release, type Segment, segmentsOf } from './manifest.js';
import type { ObjectStore } from './object-store.js';
import { Session, type SessionOptions, sqlTypes } from './session.js';

/** What a session may see. Rights narrow it; today a session sees everything or nothing is opened. */
export type Scope = 'everything';

const shapes: Readonly<Record<string, TableShape>> = recordTables;

/**
 * Opens a session whose views show the current rows of a manifest's tables (`patents`, `patent_texts`, …).
 * A table without segments is an empty view, so queries need no special case. Segments not yet checked through the store
 * are read once and compared with their names. Throws `segment-damaged`.
 */
export async function openLakeSession(
  manifest: Holdings | Release,
  store: ObjectStore,
  _scope: Scope,
  options: SessionOptions = {},
): Promise<Session> {
  await store.checkSegments(segmentsOf(manifest));
  const session = await Session.open(options);
  try {
    for (const name of Object.keys(shapes)) await defineView(session, name, manifest, store);
    return session;
  } catch (error) {
    session.close();
    throw error;
  }
}

/**
 * Defines the views of a manifest in a session under a prefix, beside what the session already holds; with `everyState`
 * they show replaced states and history too.
 */
export async function defineViews(
  session: Session,
  manifest: Holdings | Release,
  store: ObjectStore,
  prefix: string,
  everyState = false,
): Promise<void> {
  for (const name of Object.keys(shapes)) await defineView(session, name, manifest, store, prefix, everyState);
}

async function defineView(
  session: Session,
  name: string,
  manifest: Holdings | Release,
  store: ObjectStore,
  prefix = '',
  everyState = false,
): Promise<void> {
  const table = manifest.tables[name];
  const segments = table === undefined ? [] : everyState ? [...table.segments, ...table.history] : table.segments;
  const source =
    table === undefined || segments.length === 0
      ? emptySelect(name)
      : currentRows(segments, everyState ? [] : table.replaced, store);
  await session.run(`CREATE VIEW "${prefix}${name}" AS ${source}`);
}

function currentRows(segments: readonly Segment[], replaced: readonly Segment[], store: ObjectStore): string {
  const rows = `SELECT * FROM ${parquetList(segments, store)}`;
  if (replaced.length === 0) return rows;
  return `${rows} AS kept WHERE NOT EXISTS (SELECT 1 FROM ${parquetList(replaced, store)} AS gone WHERE gone.id = kept.id AND gone.revision = kept.revision)`;
}

function parquetList(segments: readonly Segment[], store: ObjectStore): string {
  const paths = segments.map((segment) => `'${store.pathOf(segment.sha256, 'parquet').replaceAll("'", "''")}'`);
  return `read_parquet([${paths.join(', ')}])`;
}

function emptySelect(name: string): string {
  const columns = Object.entries(shapes[name]?.columns ?? {}).map(
    ([column, type]) => `NULL::${sqlTypes[type]} AS "${column}"`,
  );
  return `SELECT ${columns.join(', ')} WHERE false`;
}
