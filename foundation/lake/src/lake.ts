import { type Scope, shownTables, type TableShape } from '@zhiheng/vocabulary';
import type { AwaitedView } from './awaited-views.js';
import { LakeSession } from './lake-session.js';
import { earlierUntil, type Holdings, type Release, type Segment, segmentsOf, type TableSegments } from './manifest.js';
import type { ObjectStore } from './object-store.js';
import { visibleRows } from './scope/visible-rows.js';
import { Session, type SessionOptions, sqlTypes } from './session.js';

const shapes: Readonly<Record<string, TableShape>> = shownTables;

export interface LakeSessionOptions extends SessionOptions {
  /** Folder that `writeParquet` writes into; left out: nowhere. */
  readonly writeFolder?: string;
  /** Further segments, not of records, that `showSegment` may show. */
  readonly beside?: readonly Pick<Segment, 'sha256'>[];
  /**
   * When segments are checked: those of the manifest before the session opens, or all, those beside too, before the first statement that reads
   * them. Left out: the first.
   */
  readonly check?: 'before' | 'when-named';
  /**
   * The statements of the session are made by the software alone, of nothing that anybody wrote as SQL: they are not looked through before, which
   * takes longer than many of them. Only where the whole office is in sight.
   */
  readonly ownStatements?: boolean;
  /** Another manifest whose records are shown beside, in the same scope, under a prefix. */
  readonly compared?: { readonly prefix: string; readonly manifest: Holdings | Release };
}

/**
 * Opens a session whose views show the current rows of a manifest's tables (`patents`, `patent_texts`, …) that lie in a
 * scope, people's columns masked if it says so. The views are all that a statement can name, and the engine can read only
 * the files behind them. A table without segments is an empty view, so queries need no special case. Segments not yet
 * checked through the store are read once and compared with their names. Throws `segment-damaged`, with `check: 'when-named'` the statements
 * of the session do.
 */
export async function openLakeSession(
  manifest: Holdings | Release,
  store: ObjectStore,
  scope: Scope,
  options: LakeSessionOptions = {},
): Promise<LakeSession> {
  const { writeFolder, beside = [], compared, check = 'before', ownStatements = false, ...engine } = options;
  const shown = [{ prefix: '', manifest }, ...(compared === undefined ? [] : [compared])];
  const segments = shown.flatMap((one) => segmentsOf(one.manifest));
  if (check === 'before') await store.checkSegments(segments);
  const session = await Session.open(engine);
  try {
    // Segments never change: what one tells of its parts is read once.
    await session.run('SET parquet_metadata_cache = true');
    await session.lock({
      paths: [...segments, ...beside].map(({ sha256 }) => store.pathOf(sha256, 'parquet')),
      folders: writeFolder === undefined ? [] : [writeFolder],
    });
    const views = new Map(shown.flatMap(({ prefix, manifest }) => scopedViews(manifest, store, prefix, scope)));
    return new LakeSession({
      ...{ session, scope, views, store, checking: check === 'when-named', ownStatements },
      beside: new Set(beside.map(({ sha256 }) => sha256)),
    });
  } catch (error) {
    session.close();
    throw error;
  }
}

/**
 * Defines the views of a manifest in a session of a load under a prefix, whole, beside what the session already holds; with
 * `everyState` they show replaced states and history too.
 */
export async function defineViews(
  session: Session,
  manifest: Holdings | Release,
  store: ObjectStore,
  prefix: string,
  everyState = false,
): Promise<void> {
  const views = Object.keys(shapes).map(
    (name) => `CREATE VIEW "${prefix}${name}" AS ${tableRows(name, manifest, store, everyState)}`,
  );
  // Together: a working database that lies on the disk writes each change of its own there.
  await session.runAll(['BEGIN TRANSACTION', ...views, 'COMMIT']);
}

function scopedViews(
  manifest: Holdings | Release,
  store: ObjectStore,
  prefix: string,
  scope: Scope,
): [string, AwaitedView][] {
  return Object.keys(shapes).map((name) => {
    const read = new Set<string>();
    const sql = visibleRows(name, scope, (table) => {
      read.add(table);
      return tableRows(table, manifest, store);
    });
    return [
      `${prefix}${name}`,
      { sql, segments: [...read].flatMap((table) => currentSegments(manifest.tables[table])) },
    ];
  });
}

/** What is read of a table to show its current rows. */
function currentSegments(table: TableSegments | undefined): Segment[] {
  if (table === undefined) return [];
  return [
    ...table.segments,
    ...table.replaced,
    ...(table.restated?.segments ?? []),
    ...(table.restated?.replaced ?? []),
  ];
}

function tableRows(name: string, manifest: Holdings | Release, store: ObjectStore, everyState = false): string {
  const table = manifest.tables[name];
  const segments = table === undefined ? [] : everyState ? [...table.segments, ...table.history] : table.segments;
  if (table === undefined || segments.length === 0) return emptySelect(name);
  const until = earlierUntil(manifest);
  const [whole, earlier] = [
    segments.filter(({ revision }) => revision > until),
    segments.filter(({ revision }) => revision <= until),
  ];
  const rows = [
    whole.length === 0 ? emptySelect(name) : `SELECT * FROM ${parquetList(whole, store)}`,
    ...(earlier.length === 0 ? [] : [`SELECT * FROM ${parquetList(earlier, store, true)}`]),
  ].join(' UNION ALL BY NAME ');
  if (everyState) return currentRows(rows, [], store);
  const { restated } = table;
  const current = currentRows(rows, [...table.replaced, ...(restated?.replaced ?? [])], store);
  if (restated === undefined) return current;
  return `${current} UNION ALL BY NAME SELECT * FROM ${parquetList(restated.segments, store)}`;
}

function currentRows(rows: string, replaced: readonly Segment[], store: ObjectStore): string {
  if (replaced.length === 0) return rows;
  return `SELECT kept.* FROM (${rows}) AS kept ANTI JOIN ${parquetList(replaced, store)} AS gone ON gone.id = kept.id AND gone.revision = kept.revision`;
}

/** `mixed`: of several versions, so that columns are told apart by their names. */
function parquetList(segments: readonly Segment[], store: ObjectStore, mixed = false): string {
  const paths = segments.map((segment) => `'${store.pathOf(segment.sha256, 'parquet').replaceAll("'", "''")}'`);
  return `read_parquet([${paths.join(', ')}]${mixed ? ', union_by_name = true' : ''})`;
}

function emptySelect(name: string): string {
  const columns = Object.entries(shapes[name]?.columns ?? {}).map(
    ([column, type]) => `NULL::${sqlTypes[type]} AS "${column}"`,
  );
  return `SELECT ${columns.join(', ')} WHERE false`;
}
