import { type ListedFault, listFaults, YamlSheet } from '@zhiheng/sheets';
import type { TableContext } from './read-aspects.js';
import { buildTable } from './read-table.js';

/** Every fault of a table file with line and column, as `table check` gives them out. */
export function checkTable(text: string, file: string, context: TableContext): { ok: boolean; faults: ListedFault[] } {
  const sheet = new YamlSheet(text, file, 'table-wrong');
  buildTable(sheet, context);
  const faults = listFaults(sheet);
  return { ok: faults.length === 0, faults };
}
