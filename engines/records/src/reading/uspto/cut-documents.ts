import type { ByteSource } from '../byte-source.js';
import { type BlockPiece, gatherBytes, ownBytes } from '../source-block.js';

const marker = Buffer.from('<?xml');
const spaces = new Set([0x20, 0x09, 0x0d, 0x0a]);

/**
 * Cuts a file of concatenated XML documents into blocks of whole documents, about `size` bytes each. A document longer
 * than that comes in pieces, so that memory does not grow with it.
 */
export async function* cutDocuments(source: ByteSource, size: number): AsyncGenerator<BlockPiece> {
  let kept = ownBytes();
  let position = 0;
  let opens = true;
  const piece = (bytes: Buffer<ArrayBuffer>, closes: boolean, endsFile = false): BlockPiece => {
    const one = { bytes, position, line: null, header: null, opens, closes, endsFile };
    position += bytes.length;
    opens = closes;
    return one;
  };
  for await (const parts of gatherBytes(source.stream(), size)) {
    const bytes = ownBytes(kept, ...parts);
    const start = lastStart(bytes);
    if (start > 0 || (start === 0 && !opens)) {
      kept = ownBytes(bytes.subarray(start));
      yield piece(bytes.subarray(0, start), true);
    } else if (bytes.length < size) {
      kept = bytes;
    } else {
      const end = Math.max(0, bytes.length - marker.length);
      kept = ownBytes(bytes.subarray(end));
      yield piece(bytes.subarray(0, end), false);
    }
  }
  yield piece(kept, true, true);
}

/** Where the last XML declaration begins whose first six bytes are there; -1 for none. */
function lastStart(bytes: Buffer): number {
  let at = bytes.lastIndexOf(marker);
  while (at >= 0 && !spaces.has(bytes[at + marker.length] ?? 0)) {
    at = at === 0 ? -1 : bytes.lastIndexOf(marker, at - 1);
  }
  return at;
}
