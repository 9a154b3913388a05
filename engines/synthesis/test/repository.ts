import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repositoryRoot = fileURLToPath(new URL('../../../', import.meta.url));
export const areasCsv = readFileSync(resolve(repositoryRoot, 'definitions/reference/areas.csv'), 'utf8');

/** A file of the data beside the repository, and whether it is there. */
export function sharedData(path: string): { there: boolean; text: () => string } {
  const full = resolve(repositoryRoot, '../shared/data', path);
  return { there: existsSync(full), text: () => readFileSync(full, 'utf8') };
}
