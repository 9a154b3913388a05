import { type BigIntStats, createReadStream } from 'node:fs';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openGzip, openZip, type RandomAccess, type ZipEntry } from '@zhiheng/archives';
import { UserFault } from '@zhiheng/vocabulary';
import { headLength, recogniseFormat } from '../reading/recognise-format.js';
import { type FileStanding, fileStanding } from './file-standing.js';

/** A file to load, as readers see it: on the disk, in an archive, or unpacked on the way. */
export interface SourceBytes {
  readonly path: string;
  /** Bytes that are read from the disk for it. */
  readonly bytes: number;
  /** Bytes that its stream gives; null where only reading tells. */
  readonly length: number | null;
  /** The first bytes, at most 64 KiB. */
  head(): Promise<Buffer>;
  stream(): AsyncIterable<Buffer>;
  /** Whether the file on the disk, or its archive, is what it was when it was listed. */
  standing(): Promise<FileStanding>;
  /** Runs with the bytes in any order; null for what only streams. */
  readonly access: (<T>(use: (file: RandomAccess) => AsyncIterable<T>) => AsyncIterable<T>) | null;
}

/**
 * The files that a path names: a file itself, every file below a folder by name, every entry of a zip archive, what a gzip
 * file holds. Throws `file-missing`, `file-unreadable` and what a damaged or dangerous archive is refused for.
 */
export async function listSourceFiles(path: string): Promise<(SourceBytes | UnlistedFile)[]> {
  const found = await stat(path, { bigint: true }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new UserFault('file-missing', { place: { path }, found: path, expected: 'a file or a folder' })
      : unreadable(path, error);
  });
  if (!found.isDirectory()) return unpack(plainFile(path, found));
  const names = await readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(path, error);
  });
  const inner: (SourceBytes | UnlistedFile)[] = [];
  for (const entry of names.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = join(path, entry.name);
    try {
      inner.push(...(await listSourceFiles(file)));
    } catch (error) {
      if (!(error instanceof UserFault)) throw error;
      inner.push({ path: file, fault: error });
    }
  }
  return inner;
}

/** A file below a folder that cannot be looked into, among others that can. */
export interface UnlistedFile {
  readonly path: string;
  readonly fault: UserFault;
}

async function unpack(file: SourceBytes): Promise<SourceBytes[]> {
  const format = recogniseFormat(await file.head());
  if (format === 'gzip') {
    const unpacked = openGzip(file, { file: file.path });
    return [
      refuseNested({ ...file, length: null, access: null, stream: unpacked.stream, head: () => headOf(unpacked) }),
    ];
  }
  if (format !== 'zip') return [file];
  const handle = await open(file.path);
  try {
    const entries = await openZip(handleAccess(handle, file.bytes), { file: file.path });
    return entries.map((entry, index) => refuseNested(zippedFile(file, entry, index)));
  } finally {
    await handle.close();
  }
}

/** An entry as a file of its own: the archive is opened again for each, so that none stays open. */
function zippedFile(archive: SourceBytes, { path, bytes }: ZipEntry, index: number): SourceBytes {
  const source = {
    async *stream(): AsyncGenerator<Buffer> {
      const handle = await open(archive.path);
      try {
        const entries = await openZip(handleAccess(handle, archive.bytes), { file: archive.path });
        const entry = entries[index];
        if (entry !== undefined) yield* entry.stream();
      } finally {
        await handle.close();
      }
    },
  };
  const { standing } = archive;
  return { path, bytes, length: bytes, access: null, stream: source.stream, standing, head: () => headOf(source) };
}

/** Archives within archives are refused by name: nothing needs them, and they hide what they hold. */
function refuseNested(file: SourceBytes): SourceBytes {
  const head = async () => {
    const bytes = await file.head();
    const format = recogniseFormat(bytes);
    if (format !== 'zip' && format !== 'gzip' && format !== 'xlsx') return bytes;
    throw new UserFault('archive-nested', {
      place: { path: file.path },
      found: format,
      expected: 'a file that is no archive',
    });
  };
  return { ...file, head };
}

async function headOf(source: { stream(): AsyncIterable<Buffer> }): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of source.stream()) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= headLength) break;
  }
  return Buffer.concat(chunks).subarray(0, headLength);
}

function plainFile(path: string, listed: BigIntStats): SourceBytes {
  const bytes = Number(listed.size);
  return {
    path,
    bytes,
    length: bytes,
    head: () => withHandle(path, (handle) => handleAccess(handle, bytes).read(0, headLength)),
    async *stream() {
      try {
        yield* createReadStream(path, { highWaterMark: 1 << 20 });
      } catch (error) {
        throw unreadable(path, error as NodeJS.ErrnoException);
      }
    },
    standing: () => fileStanding(path, listed),
    access: async function* (use) {
      const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
        throw unreadable(path, error);
      });
      try {
        yield* use(handleAccess(handle, bytes));
      } finally {
        await handle.close();
      }
    },
  };
}

async function withHandle<T>(path: string, use: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(path, error);
  });
  try {
    return await use(handle);
  } finally {
    await handle.close();
  }
}

function handleAccess(handle: FileHandle, bytes: number): RandomAccess {
  return {
    bytes,
    read: async (offset, length) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    },
  };
}

function unreadable(path: string, error: NodeJS.ErrnoException): UserFault {
  return new UserFault('file-unreadable', {
    place: { path },
    found: error.code ?? error.message,
    expected: 'a readable file',
  });
}
