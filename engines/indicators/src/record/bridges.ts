import { type Dialect, dialects } from '@zhiheng/expressions';
import { itself, type TableOf } from './owner-joins.js';

/** Dimensions in which a record can lie several times, and how long the beginning of a symbol is that they tell. */
const bridges: Readonly<Record<string, number>> = { ipc_section: 1, ipc_subclass: 4 };

/** Dimensions of which a record has one value or none, beside its kind. */
export const singleDimensions = ['route', 'holder_type', 'outcome', 'department'] as const;

export function isBridged(dimension: string): boolean {
  return Object.hasOwn(bridges, dimension);
}

/** SQL of what a bridged dimension says of records: `id, value`, each pair once. */
export function bridgeSql(dimension: string, table: TableOf = itself): string {
  return `SELECT DISTINCT ${valuesSql(dimension, table)}`;
}

function valuesSql(dimension: string, table: TableOf): string {
  const start = `substr(replace(symbol, ' ', ''), 1, ${bridges[dimension] ?? 0})`;
  return `id, ${start} AS value
FROM ${table('patent_classes')} AS named
WHERE scheme = 'ipc' AND length(${start}) = ${bridges[dimension] ?? 0}`;
}

/** The bridged dimensions whose values are so few that those of a record stand in one number, and the column that it stands in. */
const bitColumns: Readonly<Record<string, string>> = { ipc_section: 'ipc_sections' };
const sections = [...'ABCDEFGH'];

/** The column of an admission that tells all values of a bridged dimension; null: there is none. */
export function bitColumn(dimension: string): string | null {
  return bitColumns[dimension] ?? null;
}

/** The bridged dimensions among some that have such a column, each once. */
export function dimensionsOfBits(breakdowns: readonly (readonly string[])[]): string[] {
  return [...new Set(breakdowns.flat())].filter((name) => bitColumn(name) !== null).sort();
}

/** The bit of a value in that column; null: it has none of its own. */
export function bitOf(value: string): string | null {
  const index = sections.indexOf(value);
  return index === -1 ? null : String(2 ** index);
}

/** SQL of that column, `id` beside it, of the records that have any value: no bit is that of no value. */
export function bitsSql(dimension: string, table: TableOf = itself, dialect: Dialect = dialects.duckdb): string {
  const each = sections.map((value, index) => `WHEN '${value}' THEN ${2 ** index}`);
  const bits = `CAST(CASE value ${each.join(' ')} ELSE ${2 ** sections.length} END AS BIGINT)`;
  return `SELECT id, ${dialect.anyBits(bits)} AS ${bitColumn(dimension)}
FROM (SELECT ${valuesSql(dimension, table)}) AS told
GROUP BY id`;
}
