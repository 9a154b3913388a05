import { OwnFault } from '@zhiheng/vocabulary';
import type { ByteSource } from '../reading/byte-source.js';
import type { Mapping } from '../reading/mapping.js';
import type { BlockPiece } from '../reading/source-block.js';
import { cutRows } from '../reading/table/cut-rows.js';
import { cutDocuments } from '../reading/uspto/cut-documents.js';

/** Formats whose files can be cut into blocks of whole records before they are read. */
export type BlockFormat = DocumentFormat | 'table';

/** Files of XML documents, one after another. */
export type DocumentFormat = 'uspto' | 'st36';

export function isBlockFormat(format: string): format is BlockFormat {
  return format === 'uspto' || format === 'st36' || format === 'table';
}

/** Bytes of a block, about. A row is two bytes at least, so that a block never holds more records than it has numbers. */
export const usualBlockBytes = 1 << 20;

/** Cuts a file into the blocks that readers take; `file` is its name in faults. */
export function cutBlocks(
  format: BlockFormat,
  source: ByteSource,
  { file, mapping, size }: { readonly file: string; readonly mapping: Mapping | null; readonly size: number },
): AsyncIterable<BlockPiece> {
  if (format !== 'table') return cutDocuments(source, size);
  if (mapping === null) throw new OwnFault('a table is read without a mapping');
  return cutRows(source, { ...mapping, file }, size);
}
