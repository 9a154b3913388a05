import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { CompressionCodec, Compressors } from 'hyparquet';

/** Pages compressed by Snappy or not at all need nothing; what the runtime can undo is added here. */
export const pageDecompressors: Compressors = {
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
