import { Session } from '@zhiheng/lake';
import type { ColumnType } from '@zhiheng/vocabulary';
import type { Value } from './second-session.js';

/** Types of the columns of a file: those of canonical tables, and doubles, which figures are. */
export type FileColumns = Readonly<Record<string, ColumnType | 'double'>>;

const fileTypes = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  decimal: 'DECIMAL(20,2)',
  hash: 'BIGINT',
  date: 'DATE',
  double: 'DOUBLE',
} as const;

/** Writes rows as a Parquet file of the types that the lake writes. */
export async function writeRows(
  columns: FileColumns,
  rows: readonly (readonly Value[])[],
  path: string,
): Promise<void> {
  const names = Object.keys(columns);
  const session = await Session.open();
  try {
    await session.registerTable(
      'given',
      Object.fromEntries(names.map((name) => [name, 'text'])),
      rows.map((row) => row.map((value) => (value === null ? null : String(value)))),
    );
    const casts = names.map((name) => `CAST("${name}" AS ${fileTypes[columns[name] ?? 'text']}) AS "${name}"`);
    await session.writeParquet(`SELECT ${casts.join(', ')} FROM given`, path);
  } finally {
    session.close();
  }
}
