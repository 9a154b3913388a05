import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Puts the names of a folder's files on the disk. */
export function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
