import { readFile } from 'node:fs/promises';
import { UserFault } from '@zhiheng/vocabulary';

/** The text of a file (UTF-8). Throws `file-missing`. */
export async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const found = error.code ?? error.message;
    throw new UserFault('file-missing', { place: { path }, found, expected: 'a readable file' });
  });
}
