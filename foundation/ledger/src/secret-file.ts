import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { OwnFault, UserFault } from '@zhiheng/vocabulary';
import { syncFolder } from './sync-folder.js';

/**
 * The text of a file that only its owner may read, made once with mode 0600 where there is none: written aside, synced, renamed.
 * Throws `folder-unusable` where it can be neither read nor written.
 */
export function openSecret<T>(path: string, make: () => string, read: (text: string) => T): T {
  try {
    return read(textOf(path) ?? written(path, make()));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof OwnFault || code === undefined) throw error;
    throw new UserFault('folder-unusable', { place: { path }, found: code, expected: 'a key that can be read' });
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function written(path: string, text: string): string {
  const aside = `${path}.aside`;
  const file = openSync(aside, 'w', 0o600);
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  renameSync(aside, path);
  syncFolder(dirname(path));
  return text;
}
