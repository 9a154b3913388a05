import { type Constant, patentLists, type RecordShape } from '@zhiheng/expressions';
import type { Parameter } from '../definition.js';
import { patentRecordColumns } from '../definition-file/patent-record-columns.js';

/** What the expressions of a definition can name: columns of a patent record, its lists, and the definition's parameters. */
export function patentShape(parameters: readonly Parameter[]): RecordShape {
  return {
    columns: patentRecordColumns,
    lists: patentLists,
    parameters: Object.fromEntries(parameters.map(({ name, type, value }) => [name, { type, value } as Constant])),
  };
}
