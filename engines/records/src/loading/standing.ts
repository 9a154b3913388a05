import type { Holdings, Session } from '@zhiheng/lake';
import type { RecordGroup } from '@zhiheng/vocabulary';
import type { ReadFormat } from '../reading/recognise-format.js';

/** Formats in which one body collects what many offices say, with the office that the body is itself. */
const collected: Readonly<Partial<Record<ReadFormat, string>>> = { docdb: 'EP', ops: 'EP' };

/** Table of the session with the files in collected formats that are held: `path, revision, format`. */
const heldSources = 'held_collected';

/** Holdings keep no mark of who said a state: the format of the file that it came from says it. */
export async function registerHeldSources(session: Session, { sources }: Holdings): Promise<void> {
  const files = sources.filter(({ format }) => Object.hasOwn(collected, format));
  const rows = new Map(files.map(({ path, revision, format }) => [`${revision} ${path}`, [path, revision, format]]));
  await session.registerTable(heldSources, { path: 'text', revision: 'integer', format: 'text' }, [...rows.values()]);
}

/** SQL behind the held rows `row`: the format of a collected file they came from as `from.format`, else null. */
export function joinHeldFormat(row: string, from: string): string {
  return `LEFT JOIN ${heldSources} AS ${from} ON ${from}.path = ${row}.source AND ${from}.revision = ${row}.revision`;
}

/**
 * SQL of `second_hand, publications` for rows of a head table: whether another body than the office tells the state, and
 * how many publications a collected state is told from, as far as it shows.
 */
export function standingOf(group: RecordGroup, row: string, format: string): string {
  const foreign = Object.entries(collected).map(
    ([name, own]) => `(${format} = '${name}' AND ${row}.office <> '${own}')`,
  );
  const names = Object.keys(collected).map((name) => `'${name}'`);
  const told = `if(${format} IN (${names.join(', ')}), ${publications(group, row)}, 0)`;
  return `coalesce(${foreign.join(' OR ')}, false) AS second_hand, ${told} AS publications`;
}

/** That of the application and that of the grant, for patents. */
function publications(group: RecordGroup, row: string): string {
  if (group !== 'patents') return '0';
  return `CAST(${row}.publication_number IS NOT NULL AS INTEGER) + CAST(${row}.grant_number IS NOT NULL AS INTEGER)`;
}
