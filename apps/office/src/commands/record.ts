import { type RecordTable, recordTableNames, recordTables, UserFault } from '@zhiheng/vocabulary';
import type { RecordAnswer } from '../answers.js';
import { checkedRecords, withChecked } from '../checks.js';
import { type Command, done } from './command.js';

/** Of the store alone. */
const bookkeeping = new Set(['id', 'revision', 'content_hash']);

/**
 * Every row of one record that the scope shows, in a release; left out: in what is loaded. Throws `not-found`, also for a record that
 * the scope withholds.
 */
export const record: Command<{ id: string; release?: string }, RecordAnswer> = async (
  { id, release },
  { office, scope },
) => {
  const checked = await checkedRecords(office, release);
  const held = recordTableNames.filter((table) => (checked.manifest.tables[table]?.rows ?? 0) > 0);
  const tables = await withChecked(office, checked, scope, async (session) => {
    const read: RecordAnswer['tables'][number][] = [];
    for (const table of held) {
      const rows = await session.rows<RecordAnswer['tables'][number]['rows'][number]>(rowsSql(table), [id]);
      if (rows.length > 0) read.push({ table, rows: rows.map(withoutFolders) });
    }
    return read;
  });
  if (tables.length > 0) return done({ id, tables });
  throw new UserFault('not-found', { found: id, expected: 'the id of a record', values: { name: id } });
};

/** Names a source by its file alone: where files lie on the machine of the office is its own affair. */
function withoutFolders<Row extends Readonly<Record<string, unknown>>>(row: Row): Row {
  return typeof row.source === 'string' ? { ...row, source: row.source.split(/[/\\]/).at(-1) } : row;
}

function rowsSql(table: RecordTable): string {
  const columns = Object.keys(recordTables[table].columns);
  const shown = columns.filter((name) => !bookkeeping.has(name)).map((name) => `"${name}"`);
  const order = columns.includes('position') ? 'position' : 'id';
  return `SELECT ${shown.join(', ')} FROM ${table} WHERE id = $1 ORDER BY ${order}`;
}
