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
  const start = `substr(replace(symbol, ' ', ''), 1, ${bridges[dimension] ?? 0})`;
  return `SELECT DISTINCT id, ${start} AS value
FROM ${table('patent_classes')} AS named
WHERE scheme = 'ipc' AND length(${start}) = ${bridges[dimension] ?? 0}`;
}
