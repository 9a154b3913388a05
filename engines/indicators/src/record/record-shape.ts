import { type Constant, type KnownTables, patentLists, type RecordShape } from '@zhiheng/expressions';
import type { Parameter, RecordTable } from '../definition.js';
import { factsOf } from '../tables/record-table.js';

/**
 * What the expressions of a definition can name: columns of a record of a table, its lists, and the definition's parameters; `tables`: the
 * concordance tables, left out where their names and codes were checked before.
 */
export function recordShape(
  parameters: readonly Parameter[],
  tables?: KnownTables | null,
  table: RecordTable = 'patents',
): RecordShape {
  return {
    columns: factsOf(table).columns,
    lists: listsOf(table),
    parameters: Object.fromEntries(parameters.map(({ name, type, value }) => [name, { type, value } as Constant])),
    ...(tables == null ? {} : { tables }),
  };
}

/** Events are told of patents alone, classes of patents and marks. */
function listsOf(table: RecordTable): RecordShape['lists'] {
  const { classes, holders } = patentLists;
  if (table === 'patents') return patentLists;
  return table === 'trademarks' ? { classes, holders } : { holders };
}
