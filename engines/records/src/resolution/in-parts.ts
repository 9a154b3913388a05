import type { Session } from '@zhiheng/lake';

/** Rows that a step takes at once at most, about: a row of narrow keys takes the engine some hundred bytes. */
export const rowsAtOnce = 4_000_000;

/**
 * Conditions that cut rows into parts by a key, each of about as many rows as a step takes at once: rows of one key lie in one
 * part, so that what is grouped or joined by the key can be worked off part by part, in memory that does not grow with the rows.
 */
export function partsOf(key: string, rows: number, most: number): string[] {
  const parts = Math.max(1, Math.ceil(rows / most));
  if (parts === 1) return ['true'];
  return Array.from({ length: parts }, (_, part) => `hash(${key}) % ${parts} = ${part}`);
}

/** Into how many slices the numbers of a column are cut before they are put together to ranges. */
const slices = 4096;

/**
 * Ranges of a column of whole numbers from 0, in their order, that hold about as many rows each as a step takes at once: so that rows can be
 * worked off in the order of the column, a range sorted at a time.
 */
export async function rangesOf(session: Session, table: string, column: string, most: number): Promise<string[]> {
  const [bound] = await session.rows<{ last: number | null }>(`SELECT max(${column}) AS last FROM ${table}`);
  if (bound === undefined || bound.last === null) return [];
  const width = Math.floor(bound.last / slices) + 1;
  const counted = await session.rows<{ slice: number; rows: number }>(
    `SELECT ${column} // ${width} AS slice, count(*) AS rows FROM ${table} GROUP BY slice ORDER BY slice`,
  );
  const ranges: { from: number; until: number; rows: number }[] = [];
  for (const { slice, rows } of counted) {
    const open = ranges.at(-1);
    if (open !== undefined && open.rows + rows <= most) {
      open.until = (slice + 1) * width;
      open.rows += rows;
    } else ranges.push({ from: slice * width, until: (slice + 1) * width, rows });
  }
  return ranges.map(({ from, until }) => `${column} >= ${from} AND ${column} < ${until}`);
}

/** How many rows a table of the session has. */
export async function countRows(session: Session, table: string): Promise<number> {
  const [counted] = await session.rows<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`);
  return counted?.rows ?? 0;
}
