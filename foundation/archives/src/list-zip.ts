import { UserFault } from '@zhiheng/vocabulary';
import type { UnpackOptions } from './open-gzip.js';
import { openZip, type ZipEntry } from './open-zip.js';
import type { RandomAccess } from './random-access.js';

const archiveName = /\.(?:zip|gz|gzip|tgz|tar|bz2|xz|zst|7z|rar|jar)$/i;
const gzipStart = Buffer.from([0x1f, 0x8b]);
const zipStart = Buffer.from('PK\u0003\u0004', 'latin1');

/**
 * The files of a zip file that can be loaded: folders, `__MACOSX` and dot files are passed over. Names are judged before
 * the first entry is handed over, contents while they stream; a workbook (`xl/`) is a zip file and may lie in one.
 *
 * @throws UserFault what `openZip` throws; `archive-nested` for an archive, by its name or its first bytes
 */
export async function* listZip(file: RandomAccess, options: UnpackOptions): AsyncGenerator<ZipEntry> {
  const entries = (await openZip(file, options)).filter(({ name }) => !isAside(name));
  for (const { name, path } of entries) if (archiveName.test(name)) throw nested(path, name);
  for (const entry of entries) yield { ...entry, stream: () => unlessArchive(entry) };
}

function isAside(name: string): boolean {
  return name.split('/').some((part) => part === '__MACOSX' || (part.startsWith('.') && part !== '.'));
}

async function* unlessArchive(entry: ZipEntry): AsyncGenerator<Buffer> {
  let head: Buffer | null = null;
  for await (const chunk of entry.stream()) {
    if (head === null) {
      head = chunk;
      if (isArchive(head)) throw nested(entry.path, `${entry.name}, an archive by its first bytes`);
    }
    yield chunk;
  }
}

function isArchive(head: Buffer): boolean {
  if (head.subarray(0, 2).equals(gzipStart)) return true;
  return head.subarray(0, 4).equals(zipStart) && !head.includes('xl/') && !head.includes('[Content_Types].xml');
}

function nested(path: string, found: string): UserFault {
  return new UserFault('archive-nested', { place: { path }, found, expected: 'files that are no archives' });
}
