import { appendFileSync, closeSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LineSink } from '@zhiheng/server';
import { UserFault } from '@zhiheng/vocabulary';

/** Where the operational log goes: a file that only its owner reads, opened anew for each line so that it may be rotated. */
export function openLog(name: string | null): LineSink | null {
  if (name === null) return null;
  if (name === '-') return process.stderr;
  const path = resolve(name);
  try {
    closeSync(openSync(path, 'a', 0o600));
  } catch (error) {
    const found = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UserFault('folder-unusable', { place: { path }, found, expected: 'a file that can be written' });
  }
  return { write: (line) => appendFileSync(path, line, { mode: 0o600 }) };
}
