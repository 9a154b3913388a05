import { type ObjectStore, type Segment, Session } from '@zhiheng/lake';
import type { Clue, TextPair } from '@zhiheng/screening';
import type { ColumnType } from '@zhiheng/vocabulary';
import { canonicalText } from '@zhiheng/vocabulary/canonical';
import type { GroupMember } from './group-members.js';

type Cell = string | number | null;

/** Rows that the engine takes at once. */
const batch = 50_000;

/** Writes the clues of a run, in the order of their applications: numbers as they are, and all that was seen as one text. */
export function writeClues(store: ObjectStore, clues: readonly Clue[]): Promise<Segment> {
  const columns = { id: 'text', clue: 'text', ground: 'text', family: 'text', strength: 'text', told: 'text' } as const;
  const rows = clues.map((clue) => [
    ...[clue.application, clue.id, clue.ground, clue.family, String(clue.strength), canonicalText(clue)],
  ]);
  const sql =
    'SELECT id, clue, ground, family, CAST(strength AS DOUBLE) AS strength, told FROM written ORDER BY id, ground, family';
  return writeRows(store, columns, rows, sql);
}

/** Writes pairs, each by both of its applications, so that a scope that shows one of the two shows nothing of the other. */
export function writePairs(store: ObjectStore, pairs: readonly TextPair[]): Promise<Segment> {
  const columns = {
    a: 'text',
    b: 'text',
    field: 'text',
    jaccard: 'text',
    containment: 'text',
    kind: 'text',
  } as const;
  const rows = pairs.map(({ a, b, field, jaccard, containment, kind }) => [
    ...[a, b, field, String(jaccard), String(containment), kind],
  ]);
  const told = 'field, CAST(jaccard AS DOUBLE) AS jaccard, CAST(containment AS DOUBLE) AS containment, kind';
  const sql = `WITH numbered AS (SELECT row_number() OVER (ORDER BY a, b, field, rowid) AS pair, * FROM written)
    SELECT pair, a AS id, 'a' AS side, ${told} FROM numbered
    UNION ALL SELECT pair, b AS id, 'b' AS side, ${told} FROM numbered ORDER BY pair, side`;
  return writeRows(store, columns, rows, sql);
}

/** Writes groups, a row a member. */
export function writeGroups(store: ObjectStore, members: readonly GroupMember[]): Promise<Segment> {
  const columns = {
    id: 'text',
    grp: 'text',
    core: 'integer',
    party: 'text',
    area: 'text',
    agency: 'text',
    told: 'text',
  } as const;
  const rows = members.map(({ id, group, core, party, area, agency, told }) => [
    ...[id, group, core ? 1 : 0, party, area, agency, canonicalText(told)],
  ]);
  return writeRows(store, columns, rows, 'SELECT * FROM written ORDER BY grp, core DESC, id');
}

async function writeRows(
  store: ObjectStore,
  columns: Readonly<Record<string, ColumnType>>,
  rows: readonly (readonly Cell[])[],
  sql: string,
): Promise<Segment> {
  const session = await Session.open();
  try {
    const table = { name: 'written', columns };
    await session.createTable(table);
    for (let from = 0; from < rows.length; from += batch) {
      const some = rows.slice(from, from + batch);
      await session.append(
        table,
        Object.keys(columns).map((_, index) => some.map((row) => row[index] ?? null)),
      );
    }
    const path = await store.incomingPath('parquet');
    const count = await session.writeParquet(sql, path);
    const { sha256, bytes } = await store.adopt(path, 'parquet');
    return { sha256, rows: count, bytes, revision: 0 };
  } finally {
    session.close();
  }
}
