import { type ObjectStore, type Segment, Session } from '@zhiheng/lake';
import type { Clue } from '@zhiheng/screening';
import type { ColumnType } from '@zhiheng/vocabulary';
import { canonicalText } from '@zhiheng/vocabulary/canonical';
import { ClueTexts } from './clue-texts.js';
import type { GroupMember } from './group-members.js';

type Cell = string | number | null;

/** Clues whose texts lie in memory at once: of a large office there are gigabytes. */
const cluesAtOnce = 8192;

/** Writes the clues of a run, in the order of their applications: numbers as they are, and all that was seen as one text. */
export function writeClues(store: ObjectStore, clues: readonly Clue[]): Promise<Segment> {
  const columns = { id: 'text', clue: 'text', ground: 'text', family: 'text', strength: 'text', told: 'text' } as const;
  const texts = new ClueTexts();
  function* batches() {
    for (let from = 0; from < clues.length; from += cluesAtOnce)
      yield clues
        .slice(from, from + cluesAtOnce)
        .map((clue) => [
          ...[clue.application, clue.id, clue.ground, clue.family, String(clue.strength), texts.of(clue)],
        ]);
  }
  // They come in their order: to sort them anew would take as much memory as all their texts.
  const sql = 'SELECT id, clue, ground, family, CAST(strength AS DOUBLE) AS strength, told FROM written';
  return writeRows(store, columns, batches(), sql);
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
  return writeRows(store, columns, [rows], 'SELECT * FROM written ORDER BY grp, core DESC, id');
}

/** Writes what a query gives of the table `written`, whose rows are numbered from 0 in the order of the batches. */
async function writeRows(
  store: ObjectStore,
  types: Readonly<Record<string, ColumnType>>,
  batches: Iterable<readonly (readonly Cell[])[]>,
  sql: string,
): Promise<Segment> {
  const session = await Session.open();
  try {
    const table = { name: 'written', columns: types };
    await session.createTable(table);
    for (const rows of batches) {
      const columns = Object.keys(types).map((_, index) => rows.map((row) => row[index] ?? null));
      await session.append(table, columns);
    }
    const path = await store.incomingPath('parquet');
    const count = await session.writeParquet(sql, path);
    const { sha256, bytes } = await store.adopt(path, 'parquet');
    return { sha256, rows: count, bytes, revision: 0 };
  } finally {
    session.close();
  }
}
