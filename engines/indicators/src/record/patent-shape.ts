import { type Constant, type KnownTables, patentLists, type RecordShape } from '@zhiheng/expressions';
import type { Parameter } from '../definition.js';
import { patentRecordColumns } from '../definition-file/patent-record-columns.js';

/**
 * What the expressions of a definition can name: columns of a patent record, its lists, and the definition's parameters; `tables`: the
 * concordance tables, left out where their names and codes were checked before.
 */
export function patentShape(parameters: readonly Parameter[], tables?: KnownTables | null): RecordShape {
  return {
    columns: patentRecordColumns,
    lists: patentLists,
    parameters: Object.fromEntries(parameters.map(({ name, type, value }) => [name, { type, value } as Constant])),
    ...(tables == null ? {} : { tables }),
  };
}
