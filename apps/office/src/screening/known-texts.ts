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

/** What is known of the texts of an earlier release. */
export interface KnownTexts {
  /** A segment that the session was opened beside. */
  readonly segment: Segment;
  /** Segments that it was opened beside too, in which all records stand that may differ by now; null: any may. */
  readonly differing: readonly (readonly Segment[])[] | null;
}

/** Prefix of the table of texts of new segments alone, in a session that knows which segments differ. */
export const newPrefix = 'new_';

/**
 * Keeps `text_changed`, the applications of which a text or the filing day may be another by now, and `changed_text`, the texts of these; of them `text_now`, a row an application with a text, and
 * `text_before`, the same of an earlier run. Which texts came and which left is told by comparing the two. `before`: null: nothing was known.
 */
export async function compareKnownTexts(
  session: LakeSession,
  before: KnownTexts | null,
): Promise<Omit<TextsTaken, 'remade'>> {
  if (before === null) await session.registerTable('text_known', knownColumns, []);
  else await session.showSegment('text_known', before.segment);
  await keepChanged(session, before?.differing ?? null);
  await session.keep('text_before', 'SELECT k.* FROM text_known AS k JOIN text_changed AS c ON c.id = k.id');
  const [counts] = await session.rows<{ now: number; before: number; same: number; known: number }>(
    `SELECT (SELECT count(*) FROM text_now) AS now, (SELECT count(*) FROM text_before) AS before, (SELECT count(*) FROM text_known) AS known,
       (SELECT count(*) FROM text_now AS n JOIN text_before AS b ON b.id = n.id WHERE NOT (${columns.map(differs).join(' OR ')})) AS same`,
  );
  const { now = 0, before: compared = 0, same = 0, known = 0 } = counts ?? {};
  return { taken: now - same, kept: known - compared + same, left: compared - same };
}

/** From here on all texts are as if none had been known: `text_now` tells all of them, and `text_before` nothing. */
export async function forgetKnownTexts(session: LakeSession): Promise<void> {
  await keepChanged(session, null);
  await session.registerTable('text_before', knownColumns, []);
}

const knownColumns = {
  id: 'text',
  filed_on: 'date',
  ...(Object.fromEntries(columns.map((column) => [column, 'text'])) as Record<string, 'text'>),
} as const;

async function keepChanged(session: LakeSession, differing: KnownTexts['differing']): Promise<void> {
  await session.keep('text_changed', await changedSql(session, differing));
  if (differing === null) await session.name('changed_text', textsOfSql('patent_texts'));
  else await keepChangedRows(session);
  const told = columns.map((column) => `CASE WHEN t.${column} <> '' THEN md5(t.${column}) END AS ${column}`);
  await session.keep(
    'text_now',
    `SELECT t.id, p.filed_on, ${told.join(', ')} FROM changed_text AS t JOIN patents AS p ON p.id = t.id
     WHERE ${columns.map((column) => `t.${column} <> ''`).join(' OR ')}`,
  );
}

function textsOfSql(table: string): string {
  return `SELECT t.id, ${columns.map((column) => `t.${column}`).join(', ')} FROM ${table} AS t`;
}

/** Texts of changed applications lie in new segments; all others are gone through only where one of them does not, as that of which nothing but the filing day changed. */
async function keepChangedRows(session: LakeSession): Promise<void> {
  await session.keep('row_of_new', `${textsOfSql(`${newPrefix}patent_texts`)} JOIN text_changed AS c ON c.id = t.id`);
  await session.keep('text_elsewhere', 'SELECT c.id FROM text_changed AS c ANTI JOIN row_of_new AS r ON r.id = c.id');
  const [elsewhere] = await session.rows<{ n: number }>(
    'SELECT count(*) AS n FROM patent_texts AS t JOIN text_elsewhere AS c ON c.id = t.id',
  );
  const others = `${textsOfSql('patent_texts')} JOIN text_elsewhere AS c ON c.id = t.id`;
  const all = (elsewhere?.n ?? 0) === 0 ? '' : ` UNION ALL ${others}`;
  await session.keep('changed_row', `SELECT * FROM row_of_new${all}`);
  await session.name('changed_text', 'SELECT * FROM changed_row');
}

async function changedSql(session: LakeSession, differing: KnownTexts['differing']): Promise<string> {
  if (differing === null) return 'SELECT id FROM patent_texts UNION SELECT id FROM text_known';
  const some = differing.filter((segments) => segments.length > 0);
  if (some.length === 0) return 'SELECT id FROM text_known WHERE false';
  for (const [index, segments] of some.entries())
    await session.showSegments(`differing_${index}`, { segments, together: true });
  return some.map((_, index) => `SELECT id FROM differing_${index}`).join(' UNION ');
}

/** Applications of which a text or the filing day may be another by now. */
export async function changedIds(session: LakeSession): Promise<Set<string>> {
  const rows = await session.rows<{ id: string }>('SELECT id FROM text_changed');
  return new Set(rows.map(({ id }) => id));
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

/** What stands for abstract and claim of applications, of those that have one of them. */
export async function digestsOfBodies(
  session: LakeSession,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  await session.registerTable(
    'digest_asked',
    { id: 'text' },
    ids.map((id) => [id]),
  );
  const rows = await session.rows<{ id: string; abstract: string | null; claim: string | null }>(
    `SELECT t.id, t.abstract, t.first_claim AS claim FROM text_now AS t JOIN digest_asked AS asked ON asked.id = t.id
     UNION ALL SELECT k.id, k.abstract, k.first_claim AS claim FROM text_known AS k JOIN digest_asked AS asked ON asked.id = k.id
     LEFT JOIN text_changed AS c ON c.id = k.id WHERE c.id IS NULL`,
  );
  return new Map(rows.map(({ id, abstract, claim }) => [id, `${abstract ?? ''}/${claim ?? ''}`]));
}

/** Writes what is known by now for the next run. The session may write where the store takes files in. */
export async function writeKnownTexts(session: LakeSession, store: ObjectStore): Promise<Segment> {
  const path = await store.incomingPath('parquet');
  const rows = await session.writeParquet(
    `SELECT * FROM (SELECT k.* FROM text_known AS k ANTI JOIN text_changed AS c ON c.id = k.id
     UNION ALL SELECT * FROM text_now) AS told ORDER BY id`,
    path,
  );
  return { ...(await store.adopt(path, 'parquet')), rows, revision: 0 };
}

function differs(column: string): string {
  return `n.${column} IS DISTINCT FROM b.${column} OR n.filed_on IS DISTINCT FROM b.filed_on`;
}
