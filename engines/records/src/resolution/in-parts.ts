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

/** How many rows a table of the session has. */
export async function countRows(session: Session, table: string): Promise<number> {
  const [counted] = await session.rows<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`);
  return counted?.rows ?? 0;
}
