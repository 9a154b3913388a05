import type { RandomAccess } from '@zhiheng/archives';
import { UserFault } from '@zhiheng/vocabulary';
import { cellText } from '../table/cell-value.js';
import { openSheet, type SheetOptions } from '../xlsx/open-sheet.js';
import { headRows, type TableHead } from './table-head.js';

/** Header and first rows of a sheet of a workbook. Faults: see `readXlsx`. */
export async function sheetHead(
  bytes: RandomAccess,
  options: SheetOptions & { readonly file: string },
): Promise<TableHead> {
  const sheet = await openSheet(bytes, options);
  const rows: string[][] = [];
  for await (const taken of sheet.rows()) {
    rows.push(...taken.map(({ cells }) => cells.map(cellText)));
    if (rows.length > headRows) break;
  }
  const [header, ...rest] = rows;
  if (header === undefined) throw new UserFault('file-empty', { place: { path: options.file } });
  return { header, rows: rest.slice(0, headRows), encoding: 'utf-8', delimiter: ',', file: options.file };
}
