import type { RandomAccess, UnpackLimits } from '@zhiheng/archives';
import { type Place, UserFault } from '@zhiheng/vocabulary';
import { usualBatchSize } from '../byte-source.js';
import type { ReadItem } from '../record.js';
import { type CellValue, cellText } from '../table/cell-value.js';
import { type ColumnPlaces, columnPlaces } from '../table/header.js';
import type { Mapping } from '../table/mapping.js';
import { rawRow } from '../table/raw-row.js';
import type { TableOptions } from '../table/read-table.js';
import { RowItems } from '../table/row-items.js';
import { columnName } from './cell-reference.js';
import { checkMerged } from './merged-cells.js';
import { openSheet } from './open-sheet.js';
import type { SheetRow } from './sheet-parser.js';

export interface XlsxOptions extends TableOptions {
  /** Name of the sheet; the first that is shown when left out. */
  readonly sheet?: string;
  /** Bytes of shared strings held at once; 256 MiB when left out. */
  readonly sharedStringBytes?: number;
  readonly limits?: Partial<UnpackLimits>;
}

/**
 * Reads a sheet of an XLSX workbook by a mapping, in memory that does not grow with its rows (shared strings apart). The
 * first row that holds something is the header. Position and line of an item are the number of its row; `found` of a
 * fault names the cell: `B12: 2023-02-29`. Rows without any value are nothing.
 *
 * @throws UserFault `file-empty`, `column-missing`, `sheet-missing`, `workbook-wrong`, `xml-malformed`,
 *   `part-too-large`, and what `openZip` throws
 */
export async function* readXlsx(
  bytes: RandomAccess,
  mapping: Mapping,
  options: XlsxOptions,
): AsyncGenerator<ReadItem[]> {
  const size = options.batchSize ?? usualBatchSize;
  const place = options.file === undefined ? {} : { path: options.file };
  const sheet = await openSheet(bytes, options);
  let table: SheetTable | null = null;
  let batch: ReadItem[] = [];
  try {
    for await (const rows of sheet.rows()) {
      for (const row of rows) {
        if (table === null) {
          table = beginTable(row, mapping, options, place);
          continue;
        }
        batch.push(itemOf(row, table));
        if (batch.length >= size) {
          yield batch;
          batch = [];
        }
      }
    }
    if (table !== null) checkMerged(sheet.merged(), table.headerRow, table.places, place);
  } catch (fault) {
    if (options.keepComplete === true && fault instanceof UserFault && batch.length > 0) yield batch;
    throw fault;
  }
  if (table === null) throw new UserFault('file-empty', { place, found: `the sheet ${sheet.name} without cells` });
  if (batch.length > 0) yield batch;
}

interface SheetTable {
  readonly header: readonly string[];
  readonly headerRow: number;
  readonly places: ColumnPlaces;
  readonly items: RowItems;
}

function beginTable(row: SheetRow, mapping: Mapping, options: XlsxOptions, place: Place): SheetTable {
  const { places: addresses, office = 'CN', latest } = options;
  const header = row.cells.map(cellText);
  const places = columnPlaces(header, mapping, { ...place, line: row.number });
  const items = new RowItems(mapping, places, { places: addresses, office, latest });
  return { header, headerRow: row.number, places, items };
}

function itemOf({ number, cells }: SheetRow, { header, items }: SheetTable): ReadItem {
  return items.item({
    cells,
    position: number,
    line: number,
    blank: cells.every(isBlank),
    cellName: (index) => (index < 0 ? `row ${number}` : `${columnName(index)}${number}`),
    raw: () => rawRow(header, cells),
  });
}

function isBlank(cell: CellValue): boolean {
  return typeof cell === 'string' && cell.trim() === '';
}
