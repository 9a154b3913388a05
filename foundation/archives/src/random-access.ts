import type { ByteSource } from './byte-source.js';

/** The bytes of a file in any order; the disk stays behind it. */
export interface RandomAccess {
  /** Length of the file. */
  readonly bytes: number;
  /** The bytes from `offset`, `length` of them, or fewer where the file ends. */
  read(offset: number, length: number): Promise<Buffer>;
}

/** Bytes that are in memory already. */
export function bufferAccess(buffer: Buffer): RandomAccess {
  return {
    bytes: buffer.length,
    read: (offset, length) => Promise.resolve(buffer.subarray(offset, offset + length)),
  };
}

const pieceLength = 262_144;

/** A stretch of a file from first to last byte, read piece by piece. */
export function stretchOf(file: RandomAccess, start: number, length: number): ByteSource {
  return {
    async *stream() {
      const end = Math.min(start + length, file.bytes);
      for (let at = start; at < end; ) {
        const piece = await file.read(at, Math.min(pieceLength, end - at));
        if (piece.length === 0) return;
        at += piece.length;
        yield piece;
      }
    },
  };
}
