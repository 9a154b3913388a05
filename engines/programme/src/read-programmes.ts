import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Programme } from './programme.js';
import { type ProgrammeContext, readProgramme } from './read-programme.js';

const folder = 'programmes';
const ending = '.yaml';

/**
 * Every programme of the definitions folder (`programmes/*.yaml`), by id; an id is the name of its file. `accepted`: texts of further ones by their ids, of which those
 * that a file of the folder has are left out.
 */
export function readProgrammes(
  definitionsFolder: string,
  context: Omit<ProgrammeContext, 'id' | 'flows'> = {},
  accepted: Readonly<Record<string, string>> = {},
): Programme[] {
  const flows = new Set(namesIn(definitionsFolder, 'flows'));
  const shipped = namesIn(definitionsFolder, folder);
  const further = Object.keys(accepted).filter((id) => !shipped.includes(id));
  return [...shipped, ...further]
    .map((id) => {
      const path = `${folder}/${id}${ending}`;
      const text = shipped.includes(id) ? readFileSync(join(definitionsFolder, path), 'utf8') : (accepted[id] ?? '');
      return readProgramme(text, path, { ...context, flows, id });
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Names of the files of a folder of definitions; none where there is no such folder. */
function namesIn(definitionsFolder: string, name: string): string[] {
  const path = join(definitionsFolder, name);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((file) => file.endsWith(ending))
    .map((file) => basename(file, ending));
}
