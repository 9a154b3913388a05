import {
  callsOf,
  dialects,
  type Expression,
  patentListRelation,
  type RecordLists,
  type RecordValues,
} from '@zhiheng/expressions';
import { OwnFault } from '@zhiheng/vocabulary';
import type { RecordSession } from '../session.js';

/** One record by the columns that conditions name, and by its lists. */
export type RecordState = RecordValues;

/** The lists of a record that some expressions ask something of. */
export function listsAsked(trees: readonly Expression[]): string[] {
  const lists = trees.flatMap((tree) =>
    callsOf(tree).flatMap(({ call }) => {
      if (call.kind === 'classified') return ['classes'];
      return call.kind === 'held' ? [call.begun.list, call.ended.list] : [call.items.list];
    }),
  );
  return [...new Set(lists)].sort();
}

/** Reads lists of one record. */
export async function readLists(session: RecordSession, id: string, names: readonly string[]): Promise<RecordLists> {
  const lists: Record<string, RecordValues[]> = {};
  for (const name of names) {
    if (!/^[a-z]+$/.test(name)) throw new OwnFault(`no list of a patent is named ${name}`);
    const items = await session.rows<Record<string, string | number | null>>(
      `SELECT * FROM (${patentListRelation(name, dialects.duckdb)}) AS item WHERE id = $1`,
      [id],
    );
    lists[name] = items.map(({ id: _, ...item }) => item);
  }
  return lists;
}
