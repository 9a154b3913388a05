import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Programme } from './programme.js';
import { type ProgrammeContext, readProgramme } from './read-programme.js';

const folder = 'programmes';
const ending = '.yaml';

/** Every programme of the definitions folder (`programmes/*.yaml`), by id; an id is the name of its file. */
export function readProgrammes(definitionsFolder: string, context: Omit<ProgrammeContext, 'id'> = {}): Programme[] {
  return readdirSync(join(definitionsFolder, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => {
      const path = `${folder}/${name}`;
      const text = readFileSync(join(definitionsFolder, path), 'utf8');
      return readProgramme(text, path, { ...context, id: basename(name, ending) });
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
