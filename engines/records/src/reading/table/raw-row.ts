import { type CellValue, cellText } from './cell-value.js';

/** A row as one JSON object, column by name: what NDJSON would hold, so that it can be put right and read again. */
export function rawRow(header: readonly string[], cells: readonly CellValue[]): string {
  const named = header.flatMap((name, index): [string, string][] => {
    const text = cellText(cells[index]);
    return name === '' || text === '' ? [] : [[name, text]];
  });
  return JSON.stringify(Object.fromEntries(named));
}
