import { UserFault } from '@zhiheng/vocabulary';
import { type ByteSource, usualBatchSize } from '../byte-source.js';
import { isFullBatch } from '../full-batch.js';
import type { ReadItem } from '../record.js';
import type { Mapping } from './mapping.js';
import { TableCursor, type TableRow } from './table-cursor.js';
import { headerOf, type TableOptions, TableRows, tableEmpty } from './table-rows.js';

export type { TableOptions } from './table-rows.js';

/**
 * Reads a delimited table by a mapping, in constant memory. Rows at fault are quarantined with position, line and field;
 * rows without any value are ignored as `blank-row`; empty lines are nothing.
 *
 * @throws UserFault `file-empty`; `column-missing`; `encoding-wrong` and `quote-open` with byte and line
 */
export async function* readTable(
  source: ByteSource,
  mapping: Mapping,
  options: TableOptions,
): AsyncGenerator<ReadItem[]> {
  const size = options.batchSize ?? usualBatchSize;
  const cursor = new TableCursor({ ...mapping, file: options.file ?? null });
  let rows: TableRows | null = null;
  let batch: ReadItem[] = [];
  /** The first row is the header, every other one a record. */
  const take = (row: TableRow): void => {
    if (rows === null) rows = new TableRows(headerOf(row), mapping, options);
    else batch.push(rows.read(row));
  };
  try {
    for await (const chunk of source.stream()) {
      for (const row of cursor.push(chunk)) {
        take(row);
        if (!isFullBatch(batch, size)) continue;
        yield batch;
        batch = [];
      }
    }
    for (const row of cursor.end()) take(row);
  } catch (fault) {
    if (options.keepComplete === true && fault instanceof UserFault && batch.length > 0) yield batch;
    throw fault;
  }
  if (rows === null) throw tableEmpty(options.file);
  if (batch.length > 0) yield batch;
}
