import { webcrypto } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { HashingApart } from './hash-apart.js';
import type { FileHash } from './hash-of-file.js';

/** What the lake does to a disk. Tests put a disk that fails in its place. */
export interface Disk {
  makeFolder(path: string): Promise<void>;
  /** Writes a new file, or replaces one, without syncing. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  read(path: string): Promise<Buffer>;
  hash(path: string): Promise<FileHash>;
  /** Bytes; null when there is no such file. */
  size(path: string): Promise<number | null>;
  syncFile(path: string): Promise<void>;
  syncFolder(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  makeReadOnly(path: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Names in a folder; empty when there is no such folder. */
  list(path: string): Promise<string[]>;
}

const missing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function sync(path: string): Promise<void> {
  const handle = await fs.open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Bytes up to which a file is read whole and hashed beside what else goes on: to start a thread costs more. */
const readWhole = 4 << 20;
const apart = new HashingApart(new URL('./hashing-thread.js', import.meta.url));

/** The disk of this machine. */
export const nodeDisk: Disk = {
  makeFolder: async (path) => {
    await fs.mkdir(path, { recursive: true });
  },
  write: (path, content) => fs.writeFile(path, content),
  read: (path) => fs.readFile(path),
  hash: async (path) => {
    const { size } = await fs.stat(path);
    if (size > readWhole) return apart.hash(path);
    const content = await fs.readFile(path);
    const digest = await webcrypto.subtle.digest('SHA-256', content);
    return { sha256: Buffer.from(digest).toString('hex'), bytes: content.length };
  },
  size: (path) =>
    fs.stat(path).then(
      (stat) => stat.size,
      (error: unknown) => {
        if (missing(error)) return null;
        throw error;
      },
    ),
  syncFile: sync,
  syncFolder: sync,
  rename: (from, to) => fs.rename(from, to),
  makeReadOnly: (path) => fs.chmod(path, 0o444),
  remove: (path) => fs.rm(path, { recursive: true, force: true }),
  list: (path) =>
    fs.readdir(path).catch((error: unknown) => {
      if (missing(error)) return [];
      throw error;
    }),
};
