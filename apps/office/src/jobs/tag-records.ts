import { join } from 'node:path';
import { type ClassTree, type Concordance, type Concordances, Memberships } from '@zhiheng/indicators';
import {
  type ColumnAppender,
  type LakeSession,
  type ObjectStore,
  openLakeSession,
  type Release,
  type Segment,
  Session,
} from '@zhiheng/lake';
import { type OnProgress, OwnFault, wholeOffice } from '@zhiheng/vocabulary';
import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import type { TagSegment } from '../classification/vintage-tags.js';
import { stretchesOfIds } from './stretches-of-ids.js';

/** What tagging rests on. */
export interface TagGround {
  readonly store: ObjectStore;
  readonly release: Release;
  readonly tree: ClassTree;
  /** For work larger than memory. */
  readonly workFolder: string;
  readonly onProgress: OnProgress;
  /** Rows of classes that are looked at together, about; left out: as many as fit into memory. */
  readonly together?: number;
}

const usualTogether = 2_000_000;
const rowShape = { id: 'text', revision: 'integer', scheme: 'text', code: 'text' } as const;
const batch = 2048;
/** Rows after which it is told how far it is. */
const toldEvery = 100_000;

/**
 * The codes that some tables give the records of a release, a segment for each load and table. What is known of the same table over the
 * same segments is taken over; the rest is looked at once for all tables that lack it.
 */
export async function tagRecords(
  tables: readonly Concordance[],
  known: readonly TagSegment[],
  ground: TagGround,
): Promise<TagSegment[]> {
  const tags: TagSegment[] = [];
  for (const revision of revisionsOf(ground.release)) {
    const inputs = inputsOf(ground.release, revision);
    const input = canonicalHash(Object.values(inputs).map((segments) => segments.map(({ sha256 }) => sha256).sort()));
    const before = (table: Concordance) =>
      known.find((one) => one.table === table.sheet.id && one.hash === table.hash && one.input === input);
    const lacking = tables.filter((table) => before(table) === undefined);
    const written = lacking.length === 0 ? [] : await tagRevision(lacking, revision, inputs, ground);
    for (const table of tables) {
      const { id } = table.sheet;
      const segment = before(table)?.segment ?? written[lacking.indexOf(table)];
      if (segment === undefined) throw new OwnFault(`the codes of ${id} were not written`);
      tags.push({ table: id, hash: table.hash, revision, input, segment });
    }
  }
  return tags;
}

/** The tables that some definitions ask, in the order of their ids. */
export function tablesAsked(
  definitions: readonly { readonly classifications?: Readonly<Record<string, string>> }[],
  concordances: Concordances,
): Concordance[] {
  const ids = new Set(definitions.flatMap(({ classifications = {} }) => Object.keys(classifications)));
  return [...ids].sort().map((id) => {
    const table = concordances.get(id);
    if (table === null) throw new OwnFault(`no concordance table is named ${id}`);
    return table;
  });
}

type Inputs = Readonly<Record<'patent_classes' | 'patent_texts', readonly Segment[]>>;

function revisionsOf({ tables }: Release): number[] {
  const segments = tables.patent_classes?.segments ?? [];
  return [...new Set(segments.map(({ revision }) => revision))].sort((a, b) => a - b);
}

function inputsOf({ tables }: Release, revision: number): Inputs {
  const of = (name: string) => (tables[name]?.segments ?? []).filter((segment) => segment.revision === revision);
  return { patent_classes: of('patent_classes'), patent_texts: of('patent_texts') };
}

/** Looks at what one load brought, and writes for each table the codes that it gives. */
async function tagRevision(
  tables: readonly Concordance[],
  revision: number,
  inputs: Inputs,
  { store, release, tree, workFolder, onProgress, together = usualTogether }: TagGround,
): Promise<Segment[]> {
  const members = new Memberships(tables, tree);
  const only = Object.entries(inputs).map(([name, segments]) => [
    name,
    { segments, replaced: [], history: [], rows: 0 },
  ]);
  const session = await openLakeSession({ ...release, tables: Object.fromEntries(only) }, store, wholeOffice, {
    memoryLimit: '1GB',
    spillFolder: join(workFolder, 'spill-tags'),
  });
  const writing = await Session.open({ memoryLimit: '1GB', spillFolder: join(workFolder, 'spill-told-tags') });
  try {
    const appenders: { readonly appender: ColumnAppender; readonly rows: [string, string][] }[] = [];
    for (const [number] of tables.entries()) {
      const shape = { name: `told_${number}`, columns: rowShape };
      await writing.createTable(shape);
      const appender = await writing.openAppender(shape);
      appenders.push({ appender, rows: [] });
    }
    const flush = (number: number) => {
      const { appender, rows } = appenders[number] ?? {};
      if (appender === undefined || rows === undefined || rows.length === 0) return;
      const scheme = tables[number]?.sheet.id ?? '';
      appender.append([
        rows.map(([id]) => id),
        rows.map(() => revision),
        rows.map(() => scheme),
        rows.map(([, code]) => code),
      ]);
      rows.length = 0;
    };
    const total = inputs.patent_classes.reduce((sum, { rows }) => sum + rows, 0);
    let [done, told] = [0, 0];
    const texts = members.asksForTexts;
    for await (const records of streamOf(session, texts, total, Math.max(1, Math.ceil(total / together)))) {
      for (const row of records) {
        done += row.count;
        for (const [number, codes] of members.codesOf(row).entries()) {
          if (codes.length === 0) continue;
          const rows = appenders[number]?.rows ?? [];
          for (const code of codes) rows.push([row.id, code]);
          if (rows.length >= batch) flush(number);
        }
      }
      if (done - told < toldEvery) continue;
      told = done;
      onProgress({ stage: 'tagging', done, total, unit: 'records' });
    }
    onProgress({ stage: 'tagging', done, total, unit: 'records' });
    const segments: Segment[] = [];
    for (const [number, { appender }] of appenders.entries()) {
      flush(number);
      appender.close();
      const path = await store.incomingPath('parquet');
      const rows = await writing.writeParquet(`SELECT * FROM told_${number} ORDER BY id, code`, path);
      const { sha256, bytes } = await store.adopt(path, 'parquet');
      segments.push({ sha256, rows, bytes, revision });
    }
    return segments;
  } finally {
    session.close();
    writing.close();
  }
}

interface TaggedRow {
  readonly id: string;
  readonly symbols: string;
  /** How many symbols there are. */
  readonly count: number;
  readonly title: string | null;
  readonly abstract: string | null;
}

/** Records a lot after the other, since all of them do not fit into memory at once. */
async function* streamOf(
  session: LakeSession,
  texts: boolean,
  rows: number,
  lots: number,
): AsyncGenerator<TaggedRow[]> {
  for (const within of await stretchesOfIds(session, 'patent_classes', rows, lots))
    yield* session.stream<TaggedRow>(recordsSql(texts, within));
}

/** The symbols of the IPC of each record that passes a test of its id, in their order, and its texts where they are asked for. */
function recordsSql(texts: boolean, within: string): string {
  const classes = `SELECT id, string_agg(symbol, ';' ORDER BY position) AS symbols, count(*) AS count
FROM patent_classes
WHERE scheme = 'ipc' AND symbol IS NOT NULL AND ${within}
GROUP BY id`;
  if (!texts)
    return `SELECT id, symbols, count, CAST(NULL AS VARCHAR) AS title, CAST(NULL AS VARCHAR) AS abstract FROM (${classes}) AS told`;
  return `SELECT told.id, told.symbols, told.count, text.title, text.abstract
FROM (${classes}) AS told LEFT JOIN (SELECT id, title, abstract FROM patent_texts WHERE ${within}) AS text ON text.id = told.id`;
}
