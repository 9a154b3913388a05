import { crc32 } from 'node:zlib';
import { UserFault } from '@zhiheng/vocabulary';
import type { Entry, ZipFile } from 'yauzl';
import { inflate } from './inflate.js';
import { type RandomAccess, stretchOf } from './random-access.js';
import type { UnpackLimits } from './unpack-limits.js';
import { directoryFault } from './zip-faults.js';

export interface PackedEntry {
  readonly zip: ZipFile;
  readonly file: RandomAccess;
  readonly entry: Entry;
  /** Byte of the file that its data may not reach. */
  readonly end: number;
  readonly path: string;
  readonly limits: UnpackLimits;
}

/** The bytes of an entry; throws at the end when length or CRC-32 is not what the directory states. */
export async function* unpackEntry(packed: PackedEntry): AsyncGenerator<Buffer> {
  const { entry, path } = packed;
  const data = stretchOf(packed.file, await dataStart(packed), entry.compressedSize).stream();
  const deflated = entry.compressionMethod !== 0;
  const chunks = deflated ? inflate(data, { form: 'raw', path, limits: packed.limits }) : data;
  let [bytes, sum] = [0, 0];
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > entry.uncompressedSize) throw damaged(path, `more than the ${entry.uncompressedSize} bytes it states`);
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (bytes < entry.uncompressedSize) throw damaged(path, `${bytes} bytes where it states ${entry.uncompressedSize}`);
  if (sum !== entry.crc32) throw damaged(path, 'its bytes do not give the checksum it states');
}

async function dataStart({ zip, entry, end, path }: PackedEntry): Promise<number> {
  let start: number;
  try {
    start = (await zip.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart;
  } catch (error) {
    throw directoryFault(error, path);
  }
  if (start + entry.compressedSize > end) throw damaged(path, 'it overlaps another entry');
  return start;
}

function damaged(path: string, what: string): UserFault {
  return new UserFault('archive-damaged', {
    place: { path },
    found: what,
    expected: 'what the directory of the zip file states',
    values: { what },
  });
}
