import type { TableDefinition } from './table-definition.js';

/** Ids of the indicators that a table shows, each once, in its order. */
export function indicatorsOfTable({ sheets }: TableDefinition): string[] {
  const said = sheets.flatMap(({ common, rows, columns }) => [
    common,
    ...[...rows, ...columns].map(({ aspects }) => aspects),
  ]);
  return [...new Set(said.flatMap(({ indicator }) => indicator ?? []))];
}
