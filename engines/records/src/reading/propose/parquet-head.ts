import type { RandomAccess } from '@zhiheng/archives';
import { parquetSchema } from 'hyparquet';
import { columnCells } from '../parquet/column-cells.js';
import { parquetFooter } from '../parquet/parquet-file.js';
import { openGroups } from '../parquet/row-groups.js';
import { cellText } from '../table/cell-value.js';
import { headRows, type TableHead } from './table-head.js';

/** Columns and first rows of a Parquet file. Faults: see `readParquet`. */
export async function parquetHead(bytes: RandomAccess, file: string, groupBytes?: number): Promise<TableHead> {
  const footer = await parquetFooter(bytes, file);
  const columns = parquetSchema(footer).children;
  const header = columns.map(({ element }) => element.name);
  const toCells = columns.map(columnCells);
  const rows: string[][] = [];
  for await (const group of openGroups(bytes, footer, { path: file, names: header, groupBytes })) {
    const taken = Math.min(group.rows, headRows - rows.length);
    for (let at = 0; at < taken; at += 1) {
      rows.push(toCells.map((toCell, column) => cellText(toCell(group.columns[column]?.[at]))));
    }
    if (rows.length >= headRows) break;
  }
  return { header, rows, encoding: 'utf-8', delimiter: ',', file };
}
