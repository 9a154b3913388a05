import type { RandomAccess, UnpackLimits } from '@zhiheng/archives';
import { CellReader } from './cell-reader.js';
import { parsePart } from './part-parser.js';
import { readSharedStrings } from './shared-strings.js';
import { SheetParser, type SheetRow } from './sheet-parser.js';
import { openWorkbook } from './workbook.js';

export const usualSharedStringBytes = 256 * 1024 * 1024;

export interface SheetOptions {
  readonly file?: string;
  readonly sheet?: string;
  readonly sharedStringBytes?: number;
  readonly limits?: Partial<UnpackLimits>;
}

/** A sheet whose rows can be taken one after another. */
export interface OpenSheet {
  readonly name: string;
  rows(): AsyncGenerator<SheetRow[]>;
  /** Ranges of merged cells; whole once all rows were taken. */
  merged(): readonly string[];
}

/** Opens a sheet of a workbook: formats and shared strings are read, the rows wait. Faults: see `readXlsx`. */
export async function openSheet(bytes: RandomAccess, options: SheetOptions): Promise<OpenSheet> {
  const { sheet: wanted, limits } = options;
  const workbook = await openWorkbook(bytes, {
    file: options.file ?? 'workbook',
    ...(wanted === undefined ? {} : { sheet: wanted }),
    ...(limits === undefined ? {} : { limits }),
  });
  const { dayFormats, sheet, system1904 } = workbook;
  const strings = await readSharedStrings(workbook.strings, options.sharedStringBytes ?? usualSharedStringBytes);
  const parser = new SheetParser(sheet.path, new CellReader(strings, dayFormats, system1904));
  return {
    name: workbook.sheetName,
    merged: () => parser.merged,
    async *rows() {
      for await (const _ of parsePart(sheet, parser)) {
        const rows = parser.take();
        if (rows.length > 0) yield rows;
      }
    },
  };
}
