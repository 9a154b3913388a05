import { OwnFault, UserFault } from '@zhiheng/vocabulary';
import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from 'yauzl';
import { AccessReader } from './access-reader.js';
import type { ByteSource } from './byte-source.js';
import { checkEntryName, entryName, entryPath } from './entry-name.js';
import type { UnpackOptions } from './open-gzip.js';
import type { RandomAccess } from './random-access.js';
import { unpackEntry } from './unpack-entry.js';
import { checkUnpacked, type UnpackLimits, usualUnpackLimits } from './unpack-limits.js';
import { directoryFault } from './zip-faults.js';

/** One file in an archive. Its bytes are unpacked, counted and checked against their CRC-32 while they stream. */
export interface ZipEntry extends ByteSource {
  readonly name: string;
  /** `bundle.zip!/name`, for the places of faults. */
  readonly path: string;
  /** Unpacked length, as the directory of the archive states it. */
  readonly bytes: number;
}

/**
 * The entries of a zip file in the order of its directory, folders left out. The directory is judged as a whole before
 * any entry is read.
 *
 * @throws UserFault `file-truncated`, `archive-damaged`, `archive-path` (links too), `archive-encrypted`,
 *   `archive-bomb`, `format-refused` for a packing that is not deflate
 */
export async function openZip(file: RandomAccess, options: UnpackOptions): Promise<ZipEntry[]> {
  const limits = { ...usualUnpackLimits, ...options.limits };
  const zip = await openDirectory(file, options.file);
  const found = await readDirectory(zip, options.file, limits);
  checkSums(found, file.bytes, options.file, limits);
  const ends = dataEnds(found, file.bytes, options.file);
  return found.flatMap(({ entry, name }) => {
    if (name.endsWith('/')) return [];
    const path = entryPath(options.file, name);
    const end = ends.get(entry);
    if (end === undefined) throw new OwnFault(`${path} has no end`);
    const packed = { zip, file, entry, end, path, limits };
    return [{ name, path, bytes: entry.uncompressedSize, stream: () => unpackEntry(packed) }];
  });
}

interface NamedEntry {
  readonly entry: Entry;
  readonly name: string;
}

async function openDirectory(file: RandomAccess, path: string): Promise<ZipFile> {
  try {
    return await fromRandomAccessReaderPromise(new AccessReader(file), file.bytes, {
      decodeStrings: false,
      autoClose: false,
    });
  } catch (error) {
    throw directoryFault(error, path);
  }
}

async function readDirectory(zip: ZipFile, file: string, limits: UnpackLimits): Promise<NamedEntry[]> {
  const found: NamedEntry[] = [];
  const names = new Set<string>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry);
      checkEntryName(name, file);
      checkEntry(entry, entryPath(file, name), limits);
      if (names.has(name)) throw damaged(entryPath(file, name), 'two entries have this name');
      names.add(name);
      found.push({ entry, name });
      if (found.length > limits.entries) {
        throw new UserFault('archive-bomb', {
          place: { path: entryPath(file, name) },
          found: `more than ${limits.entries} entries`,
          expected: `at most ${limits.entries} entries`,
        });
      }
    }
  } catch (error) {
    throw directoryFault(error, file);
  }
  return found;
}

function checkEntry(entry: Entry, path: string, limits: UnpackLimits): void {
  // the upper half holds the mode of Unix, where the maker wrote one
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) {
    throw new UserFault('archive-path', { place: { path }, found: 'a symbolic link', expected: 'a file or folder' });
  }
  if (entry.isEncrypted()) {
    throw new UserFault('archive-encrypted', { place: { path }, found: 'encrypted data', expected: 'plain data' });
  }
  if (!entry.canDecodeFileData()) {
    throw new UserFault('format-refused', {
      place: { path },
      found: `zip compression method ${entry.compressionMethod}`,
      expected: 'stored or deflated data',
    });
  }
  checkUnpacked(path, entry.compressedSize, entry.uncompressedSize, limits);
}

function checkSums(found: readonly NamedEntry[], bytes: number, file: string, limits: UnpackLimits): void {
  const unpacked = found.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  checkUnpacked(file, bytes, unpacked, limits);
}

/** Where the data of each entry has to end: at the next entry. Data that two entries share unpack to any size. */
function dataEnds(found: readonly NamedEntry[], bytes: number, file: string): Map<Entry, number> {
  const order = found.toSorted((a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader);
  const ends = new Map<Entry, number>();
  for (const [index, { entry, name }] of order.entries()) {
    const end = order[index + 1]?.entry.relativeOffsetOfLocalHeader ?? bytes;
    if (entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize > end) {
      if (end === bytes) throw truncated(entryPath(file, name), bytes);
      throw damaged(entryPath(file, name), 'it overlaps another entry');
    }
    ends.set(entry, end);
  }
  return ends;
}

function damaged(path: string, what: string): UserFault {
  return new UserFault('archive-damaged', {
    place: { path },
    found: what,
    expected: 'entries beside each other',
    values: { what },
  });
}

function truncated(path: string, bytes: number): UserFault {
  return new UserFault('file-truncated', {
    place: { path, byte: bytes },
    found: 'the end of the file',
    expected: 'the end of the entry',
  });
}
