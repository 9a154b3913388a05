import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Programme } from './programme.js';
import { type ProgrammeContext, readProgramme } from './read-programme.js';

const folder = 'programmes';
const ending = '.yaml';

/** Every programme of the definitions folder (`programmes/*.yaml`), by id; an id is the name of its file. */
export function readProgrammes(
  definitionsFolder: string,
  context: Omit<ProgrammeContext, 'id' | 'flows'> = {},
): Programme[] {
  const flows = new Set(namesIn(definitionsFolder, 'flows'));
  return namesIn(definitionsFolder, folder)
    .map((id) => {
      const path = `${folder}/${id}${ending}`;
      const text = readFileSync(join(definitionsFolder, path), 'utf8');
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
