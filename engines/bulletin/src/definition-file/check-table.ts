import type { DefinitionFault } from '@zhiheng/indicators';
import { YamlSheet } from '@zhiheng/sheets';
import { reportFault } from '@zhiheng/vocabulary';
import type { TableContext } from './read-aspects.js';
import { buildTable } from './read-table.js';

/** Every fault of a table file with line and column, as `table check` gives them out. */
export function checkTable(
  text: string,
  file: string,
  context: TableContext,
): { ok: boolean; faults: DefinitionFault[] } {
  const sheet = new YamlSheet(text, file, 'table-wrong');
  buildTable(sheet, context);
  const faults = sheet.faults.map((fault) => {
    const { code, message, place, found = null, expected = null, didYouMean = null } = reportFault(fault);
    return {
      file: place?.path ?? file,
      line: place?.line ?? 1,
      column: place?.column ?? 1,
      field: place?.field ?? null,
      ...{ code, message, found, expected, didYouMean },
    };
  });
  return { ok: faults.length === 0, faults };
}
