import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserFault } from '@zhiheng/vocabulary';

/** A file to load, as readers see it. */
export interface SourceBytes {
  readonly path: string;
  readonly bytes: number;
  /** The first bytes, at most 64 KiB. */
  head(): Promise<Buffer>;
  stream(): AsyncIterable<Buffer>;
}

const headBytes = 64 * 1024;

/** The files that paths name: a file itself, every file below a folder by name. Throws `file-missing`, `file-unreadable`. */
export async function listSourceFiles(path: string): Promise<SourceBytes[]> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new UserFault('file-missing', { place: { path }, found: path, expected: 'a file or a folder' })
      : new UserFault('file-unreadable', {
          place: { path },
          found: error.code ?? error.message,
          expected: 'a readable file',
        });
  });
  if (!found.isDirectory()) return [sourceFile(path, found.size)];
  const names = await readdir(path, { withFileTypes: true });
  const inner = await Promise.all(
    names
      .filter((entry) => !entry.name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => listSourceFiles(join(path, entry.name))),
  );
  return inner.flat();
}

function sourceFile(path: string, bytes: number): SourceBytes {
  const unreadable = (error: NodeJS.ErrnoException): never => {
    throw new UserFault('file-unreadable', {
      place: { path },
      found: error.code ?? error.message,
      expected: 'a readable file',
    });
  };
  return {
    path,
    bytes,
    head: async () => {
      const handle = await open(path, 'r').catch(unreadable);
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    stream: () => createReadStream(path, { highWaterMark: 1 << 20 }),
  };
}
