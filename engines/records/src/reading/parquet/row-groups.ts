import type { RandomAccess } from '@zhiheng/archives';
import { UserFault } from '@zhiheng/vocabulary';
import { type DecodedArray, type FileMetaData, type ParquetParsers, parquetScan, type RowGroup } from 'hyparquet';
import { isDecimal, WrongText } from './column-cells.js';
import { canDecompress, pageDecompressors, readCodecNames } from './page-decompressors.js';
import { parquetBuffer, parquetFault, readingFault } from './parquet-file.js';

export const usualGroupBytes = 512 * 1024 * 1024;

/** One row group: its columns in the order asked for, each as long as it has rows. */
export interface GroupColumns {
  readonly rows: number;
  readonly columns: readonly DecodedArray[];
}

interface GroupOrder {
  readonly path: string;
  readonly names: readonly string[];
  readonly groupBytes: number | undefined;
}

/** The row groups of a file one after another; no more than one is held. Faults: see `readParquet`. */
export async function* openGroups(
  file: RandomAccess,
  footer: FileMetaData,
  { path, names, groupBytes = usualGroupBytes }: GroupOrder,
): AsyncGenerator<GroupColumns> {
  for (const [index, group] of footer.row_groups.entries()) checkGroup(group, index, names, path, groupBytes);
  const metadata = withPlainDecimals(footer);
  let rowStart = 0;
  for (const group of footer.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    const columns: DecodedArray[] = [];
    try {
      const scan = await parquetScan({
        file: parquetBuffer(file),
        metadata,
        columns: [...names],
        rowStart,
        rowEnd,
        utf8: false,
        parsers,
        geoparquet: false,
        compressors: pageDecompressors,
      });
      for (const column of names) columns.push(await scan.readColumn({ column, rowStart, rowEnd }));
    } catch (error) {
      throw readingFault(error, path);
    }
    const short = columns.findIndex((values) => values.length !== rowEnd - rowStart);
    if (short >= 0) {
      throw parquetFault(path, `${columns[short]?.length} values for ${rowEnd - rowStart} rows`, names[short]);
    }
    yield { rows: rowEnd - rowStart, columns };
    rowStart = rowEnd;
  }
}

function checkGroup(group: RowGroup, index: number, names: readonly string[], path: string, groupBytes: number): void {
  let bytes = 0;
  for (const { meta_data: column } of group.columns) {
    const name = column?.path_in_schema[0] ?? '';
    if (column === undefined || !names.includes(name)) continue;
    bytes += Number(column.total_uncompressed_size);
    if (canDecompress(column.codec)) continue;
    throw new UserFault('format-refused', {
      place: { path, field: name },
      found: `Parquet compressed by ${column.codec}`,
      expected: readCodecNames,
    });
  }
  if (bytes <= groupBytes) return;
  throw new UserFault('part-too-large', {
    place: { path },
    found: `${bytes} bytes of mapped columns in row group ${index + 1}`,
    expected: `at most ${groupBytes} bytes`,
    values: { what: `row group ${index + 1}` },
  });
}

/** Decimals are made text from their unscaled values: the library would make binary fractions of them. */
function withPlainDecimals(footer: FileMetaData): FileMetaData {
  const schema = footer.schema.map((element) => {
    if (!isDecimal(element)) return element;
    const { converted_type: _, logical_type: __, ...plain } = element;
    return plain;
  });
  return { ...footer, schema };
}

function same<Value>(value: Value): Value {
  return value;
}

function strictText(bytes: Uint8Array | undefined): string | WrongText | undefined {
  if (bytes === undefined || bytes === null) return undefined;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('utf8');
  // U+FFFD may stand in the source itself
  return text.includes('\ufffd') && !Buffer.from(text, 'utf8').equals(buffer)
    ? new WrongText(buffer.subarray(0, 8).toString('hex'))
    : text;
}

/** Values stay what they are: days and instants are read by the type of their column. */
const parsers: Partial<ParquetParsers> = {
  dateFromDays: same,
  timestampFromMilliseconds: same,
  timestampFromMicroseconds: same,
  timestampFromNanoseconds: same,
  stringFromBytes: strictText,
  jsonFromBytes: strictText,
};
