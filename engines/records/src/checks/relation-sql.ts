import { OwnFault, type RecordTable } from '@zhiheng/vocabulary';
import { besidesOf, checkColumns, hasPosition } from './check-columns.js';

/**
 * SQL of the rows that a check looks at: `id`, `position` (0 where a record has one row) and the named columns, with the joins that they need
 * and no others. `asOf`: the day of the check, `YYYY-MM-DD`.
 */
export function relationSql(table: RecordTable, names: Iterable<string>, asOf: string): string {
  const columns = checkColumns(table);
  const besides = besidesOf(table);
  const needed = new Set<number>();
  const listed = [...new Set(names)].filter((name) => name !== 'position' || !hasPosition(table));
  const parts = listed.map((name) => {
    const column = columns.get(name);
    if (column === undefined) throw new OwnFault(`a check over ${table} has no column ${name}`);
    if (column.beside !== null) needed.add(column.beside);
    return `${name === 'as_of' ? `DATE '${asOf}'` : column.sql} AS "${name}"`;
  });
  const joins = [...needed].sort().map((index) => {
    const beside = besides[index];
    if (beside === undefined) throw new OwnFault(`nothing stands beside ${table} at ${index}`);
    return `LEFT JOIN ${beside.table} AS beside${index} ON ${beside.on}`;
  });
  const position = hasPosition(table) ? 'own.position' : '0';
  return [
    `SELECT ${['own.id AS id', `${position} AS position`, ...parts].join(', ')}`,
    `FROM ${table} AS own`,
    ...joins,
  ].join('\n');
}

/** What stands beside the rows that a check looks at: checks of the same can look at the same rows. */
export function besideOf(table: RecordTable, names: Iterable<string>): string {
  const columns = checkColumns(table);
  const beside = [...new Set(names)].map((name) => {
    const column = columns.get(name);
    return name === 'as_of' || name === 'position' || column?.sql.startsWith('own.') === true
      ? ''
      : `${column?.beside ?? name}`;
  });
  return [table, ...new Set(beside.filter((one) => one !== '').sort())].join(' ');
}
