import {
  callsOf,
  columnsOf,
  type Expression,
  patentListRelation,
  type RecordLists,
  type RecordValues,
  tablesOf,
} from '@zhiheng/expressions';
import { OwnFault } from '@zhiheng/vocabulary';
import type { TagSource } from '../classification/tag-source.js';
import { type Owned, recordRelation } from '../record/record-relation.js';
import type { RecordSession } from '../session.js';

/** One record by the columns that conditions name, and by its lists. */
export type RecordState = RecordValues;

/** Reads one record: the columns and lists that some expressions ask for, and more of each; null for one that is not shown. */
export async function readState(
  session: RecordSession,
  id: string,
  asks: readonly Expression[],
  more: {
    readonly columns: readonly string[];
    readonly lists: readonly string[];
    readonly owned: Owned | null;
    readonly tags: TagSource | null;
    /** Concordance tables whose codes are asked for beside those of the expressions. */
    readonly tables?: readonly string[];
  },
): Promise<RecordState | null> {
  const { owned } = more;
  const byOwner = owned !== null && owned.stages !== null;
  const columns = [
    ...['id', 'number', 'title', 'holder', 'area', 'kind', 'office', 'dataset', ...more.columns],
    ...asks.flatMap(columnsOf),
    ...(owned === null ? [] : ['place']),
    ...(byOwner ? ['owner', 'owned_from', 'owned_until'] : []),
  ];
  const { dialect } = session;
  const relation = recordRelation(columns, { owned, dialect, only: dialect.text(id) });
  const [row] = await session.rows<Record<string, string | number | boolean | null>>(
    `SELECT * FROM (\n${relation}\n) AS record WHERE id = ${dialect.text(id)}`,
  );
  if (row === undefined) return null;
  const names = new Set([...more.lists, ...asks.flatMap(listsAsked)]);
  const tables = [...new Set([...asks.flatMap(tablesOf), ...(more.tables ?? [])])].sort();
  const lists = await readLists(session, id, [...names].sort());
  if (tables.length === 0) return { ...row, lists };
  return { ...row, lists: { ...lists, tags: await readTags(session, id, lists, { tables, source: more.tags }) } };
}

/** The codes that concordance tables give a record, out of its own classes and texts. */
async function readTags(
  session: RecordSession,
  id: string,
  { classes = [] }: RecordLists,
  { tables, source }: { readonly tables: readonly string[]; readonly source: TagSource | null },
): Promise<RecordValues[]> {
  if (source === null) throw new OwnFault(`nothing tells the codes of ${tables.join(', ')}`);
  const [text] = await session.rows<{ title: string | null; abstract: string | null }>(
    `SELECT title, abstract FROM patent_texts WHERE id = ${session.dialect.text(id)}`,
  );
  const symbols = classes.flatMap(({ scheme, symbol }) =>
    scheme === 'ipc' && typeof symbol === 'string' ? [symbol] : [],
  );
  const record = { symbols, title: text?.title ?? null, abstract: text?.abstract ?? null };
  return tables.flatMap((scheme) => source(scheme, record).map((code) => ({ scheme, code })));
}

function listsAsked(tree: Expression): string[] {
  return callsOf(tree).flatMap(({ call }) => {
    if (call.kind === 'classified') return ['classes'];
    return call.kind === 'held' ? [call.begun.list, call.ended.list] : [call.items.list];
  });
}

async function readLists(session: RecordSession, id: string, names: readonly string[]): Promise<RecordLists> {
  const { dialect } = session;
  const lists: Record<string, RecordValues[]> = {};
  for (const name of names) {
    const items = await session.rows<Record<string, string | number | null>>(
      `SELECT * FROM (\n${patentListRelation(name, dialect)}\n) AS item WHERE id = ${dialect.text(id)}`,
    );
    lists[name] = items.map(({ id: _, ...item }) => item).sort(inOrder);
  }
  return lists;
}

/** Events by their days, other items by their positions. */
function inOrder(a: RecordValues, b: RecordValues): number {
  const key = ({ on, position, reference }: RecordValues) =>
    `${String(on ?? '')} ${String(position ?? '').padStart(6, '0')} ${String(reference ?? '')}`;
  return key(a) < key(b) ? -1 : 1;
}
