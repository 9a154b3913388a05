import { UserFault } from '@zhiheng/vocabulary';
import type { ByteSource } from './byte-source.js';
import { bufferAccess, type RandomAccess } from './random-access.js';

export const usualHeldBytes = 256 * 1024 * 1024;

/**
 * Takes a source into memory, for formats that cannot be read from first byte to last: a workbook inside an archive.
 *
 * @param file name for the place of the fault
 * @throws UserFault `part-too-large` beyond `limit` bytes
 */
export async function holdBytes(
  source: ByteSource,
  file: string,
  limit: number = usualHeldBytes,
): Promise<RandomAccess> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of source.stream()) {
    bytes += chunk.length;
    if (bytes > limit) {
      const what = 'it has to be read in any order, and is packed';
      throw new UserFault('part-too-large', {
        place: { path: file },
        found: `more than ${limit} bytes`,
        expected: `at most ${limit} bytes`,
        values: { what },
      });
    }
    chunks.push(chunk);
  }
  return bufferAccess(Buffer.concat(chunks));
}
