import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { CompressionCodec, Compressors } from 'hyparquet';
import { decompressLz4, decompressLz4Raw, decompressZstd } from 'hyparquet-compressors';

/** Pages compressed by Snappy or not at all need nothing; the runtime undoes GZIP and Brotli, a package the rest. */
export const pageDecompressors: Compressors = {
  LZ4: decompressLz4,
  LZ4_RAW: decompressLz4Raw,
  ZSTD: (input, length) => decompressZstd(input, new Uint8Array(length)),
  GZIP: (input, length) => gunzipSync(input, { maxOutputLength: Math.max(length, 1) }),
  BROTLI: (input, length) => brotliDecompressSync(input, { maxOutputLength: Math.max(length, 1) }),
};

const readCodecs = new Set<CompressionCodec>([
  'UNCOMPRESSED',
  'SNAPPY',
  ...(Object.keys(pageDecompressors) as CompressionCodec[]),
]);

export function canDecompress(codec: CompressionCodec): boolean {
  return readCodecs.has(codec);
}

export const readCodecNames: string = [...readCodecs].join(', ');
