import type { RandomAccess } from '@zhiheng/archives';
import { UserFault } from '@zhiheng/vocabulary';
import { parquetSchema } from 'hyparquet';
import { usualBatchSize } from '../byte-source.js';
import type { ReadItem } from '../record.js';
import { cellText } from '../table/cell-value.js';
import { columnPlaces } from '../table/header.js';
import type { Mapping } from '../table/mapping.js';
import { rawRow } from '../table/raw-row.js';
import type { TableOptions } from '../table/read-table.js';
import { RowItems } from '../table/row-items.js';
import { columnCells } from './column-cells.js';
import { parquetFooter } from './parquet-file.js';
import { openGroups } from './row-groups.js';

export interface ParquetOptions extends TableOptions {
  /** Bytes of the mapped columns of one row group, unpacked, held at once; 512 MiB when left out. */
  readonly groupBytes?: number;
}

/**
 * Reads a Parquet file by a mapping, one row group after another and only the columns that are mapped. The position of
 * an item is the number of its row from 1; it has no line. Instants (times with a zone) are days only at midnight UTC.
 *
 * @throws UserFault `file-empty`, `file-truncated`, `column-missing`, `parquet-wrong`, `part-too-large`,
 *   `format-refused` for a compression that is not read
 */
export async function* readParquet(
  file: RandomAccess,
  mapping: Mapping,
  options: ParquetOptions,
): AsyncGenerator<ReadItem[]> {
  const { file: path = 'table', office = 'CN', places, latest } = options;
  const size = options.batchSize ?? usualBatchSize;
  const footer = await parquetFooter(file, path);
  const columns = parquetSchema(footer).children;
  const header = columns.map(({ element }) => element.name);
  const inFile = columnPlaces(header, mapping, { path });
  const used = [...new Set(inFile.values())].sort((a, b) => a - b);
  const names = used.map((index) => header[index] ?? '');
  const toCells = used.flatMap((index) => columns.slice(index, index + 1).map(columnCells));
  const inRow = new Map([...inFile].map(([field, index]) => [field, used.indexOf(index)]));
  const items = new RowItems(mapping, inRow, { places, office, latest });
  let batch: ReadItem[] = [];
  let row = 0;
  try {
    for await (const group of openGroups(file, footer, { path, names, groupBytes: options.groupBytes })) {
      for (let at = 0; at < group.rows; at += 1) {
        row += 1;
        const cells = toCells.map((toCell, column) => toCell(group.columns[column]?.[at]));
        batch.push(
          items.item({
            cells,
            position: row,
            line: null,
            blank: false,
            cellName: () => null,
            raw: () => rawRow(names, cells.map(cellText)),
          }),
        );
        if (batch.length >= size) {
          yield batch;
          batch = [];
        }
      }
    }
  } catch (fault) {
    if (options.keepComplete === true && fault instanceof UserFault && batch.length > 0) yield batch;
    throw fault;
  }
  if (row === 0) throw new UserFault('file-empty', { place: { path }, found: 'a table without rows' });
  if (batch.length > 0) yield batch;
}
