import { OwnFault } from '@zhiheng/vocabulary';
import type { ByteSource } from '../byte-source.js';
import { type BlockPiece, gatherBytes, ownBytes, type TableHeader } from '../source-block.js';
import { type RowBlock, RowCutter } from './row-cutter.js';
import { TableCursor, type TableForm, tableStart } from './table-cursor.js';
import { headerOf, tableEmpty } from './table-rows.js';
import { markLength } from './text-encoding.js';

/**
 * Cuts a table into blocks of whole rows, about `size` bytes each, without its header line. Throws `file-empty`,
 * `quote-open`, and `encoding-wrong` for the header line; other wrong bytes are found by those who read the blocks.
 */
export async function* cutRows(source: ByteSource, form: TableForm, size: number): AsyncGenerator<BlockPiece> {
  let header: TableHeader | null = null;
  for await (const block of rowBlocks(source, form, size)) {
    let { bytes, position, line } = block;
    let rows = block.starts.length;
    if (rows > 0 && header === null) {
      header = firstRow(block, form);
      rows -= 1;
      const start = block.starts[1] ?? bytes.length;
      line = block.lines[1] ?? line;
      position += start;
      bytes = bytes.subarray(start);
    }
    if (rows === 0 || header === null) continue;
    yield { bytes: ownBytes(bytes), position, line, header, opens: true, closes: true, endsFile: false };
  }
  if (header === null) throw tableEmpty(form.file ?? undefined);
}

async function* rowBlocks(source: ByteSource, form: TableForm, size: number): AsyncGenerator<RowBlock> {
  let cutter: RowCutter | null = null;
  let head = ownBytes();
  const begin = (): RowCutter => {
    const position = tableStart(head, form);
    head = ownBytes(head.subarray(position));
    return new RowCutter(form.delimiter, form.file, { position, line: 1 });
  };
  for await (const parts of gatherBytes(source.stream(), size)) {
    head = ownBytes(head, ...parts);
    if (cutter === null && head.length < markLength) continue;
    cutter ??= begin();
    yield cutter.push(head);
    head = ownBytes();
  }
  if (cutter === null) {
    cutter = begin();
    yield cutter.push(head);
  }
  yield cutter.end();
}

/** The first row of a block as the header line. */
function firstRow({ bytes, position, starts, ends, lines }: RowBlock, form: TableForm): TableHeader {
  const [start = 0, end = 0, line = 1] = [starts[0], ends[0], lines[0]];
  const cursor = new TableCursor(form, { position: position + start, line });
  for (const row of cursor.push(bytes.subarray(start, end))) return headerOf(row);
  for (const row of cursor.end()) return headerOf(row);
  throw new OwnFault('a row that was cut is no row');
}
