import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type CheckReading, readCheck } from './read-check.js';

const folder = 'checks';
const ending = '.yaml';

/** Every check of a definitions folder (`checks/*.yaml`), by id, faulty files among them; none where it has no such folder. */
export function readChecks(definitionsFolder: string): CheckReading[] {
  const path = join(definitionsFolder, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => readCheck(readFileSync(join(path, name), 'utf8'), `${folder}/${name}`, basename(name, ending)));
}
