import type { LakeSession, ObjectStore, Segment } from '@zhiheng/lake';
import type { TextField } from '@zhiheng/screening';
import type { TextsTaken } from './kept-texts.js';

/** The column of each text in `patent_texts`, and in the tables of this module its MD5. */
export const textColumns = {
  title: 'title',
  abstract: 'abstract',
  claim: 'first_claim',
} as const satisfies Record<TextField, string>;
export const textFields = Object.keys(textColumns) as TextField[];

const columns = Object.values(textColumns);

/**
 * Keeps `text_now`, a row an application with a text, and `text_before`, the same of an earlier run; which texts came and which left is told by
 * comparing the two. `before`: a segment that the session was opened beside; null: nothing was known.
 */
export async function compareKnownTexts(
  session: LakeSession,
  before: Segment | null,
): Promise<Omit<TextsTaken, 'remade'>> {
  const told = columns.map((column) => `CASE WHEN t.${column} <> '' THEN md5(t.${column}) END AS ${column}`);
  await session.keep(
    'text_now',
    `SELECT t.id, p.filed_on, ${told.join(', ')} FROM patent_texts AS t JOIN patents AS p ON p.id = t.id
     WHERE ${columns.map((column) => `t.${column} <> ''`).join(' OR ')}`,
  );
  if (before === null) await forgetKnownTexts(session);
  else {
    await session.showSegment('text_known', before);
    await session.keep('text_before', 'SELECT * FROM text_known');
  }
  const [counts] = await session.rows<{ now: number; before: number; kept: number }>(
    `SELECT (SELECT count(*) FROM text_now) AS now, (SELECT count(*) FROM text_before) AS before,
       (SELECT count(*) FROM text_now AS n JOIN text_before AS b ON b.id = n.id WHERE NOT (${columns.map(differs).join(' OR ')})) AS kept`,
  );
  const { now = 0, before: known = 0, kept = 0 } = counts ?? {};
  return { taken: now - kept, kept, left: known - kept };
}

/** From here on `text_before` tells nothing. */
export async function forgetKnownTexts(session: LakeSession): Promise<void> {
  const texts = Object.fromEntries(columns.map((column) => [column, 'text' as const]));
  await session.registerTable('text_before', { id: 'text', filed_on: 'date', ...texts }, []);
}

/** Applications whose text of a field is another by now, or gone, or filed on another day. */
export async function leftTexts(session: LakeSession, field: TextField): Promise<Set<string>> {
  const column = textColumns[field];
  const rows = await session.rows<{ id: string }>(
    `SELECT b.id FROM text_before AS b LEFT JOIN text_now AS n ON n.id = b.id WHERE b.${column} IS NOT NULL AND (n.id IS NULL OR ${differs(column)})`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** SQL of the rows of `text_now` whose text of a field was not known, under `n`. */
export function cameSql(field: TextField): string {
  const column = textColumns[field];
  return `text_now AS n LEFT JOIN text_before AS b ON b.id = n.id WHERE n.${column} IS NOT NULL AND (b.id IS NULL OR ${differs(column)})`;
}

/** Writes `text_now` for the next run. The session may write where the store takes files in. */
export async function writeKnownTexts(session: LakeSession, store: ObjectStore): Promise<Segment> {
  const path = await store.incomingPath('parquet');
  const rows = await session.writeParquet('SELECT * FROM text_now ORDER BY id', path);
  return { ...(await store.adopt(path, 'parquet')), rows, revision: 0 };
}

function differs(column: string): string {
  return `n.${column} IS DISTINCT FROM b.${column} OR n.filed_on IS DISTINCT FROM b.filed_on`;
}
