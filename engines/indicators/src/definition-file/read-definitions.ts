import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Definition } from '../definition.js';
import { readPublishedFolder } from '../published/read-published-folder.js';
import { readDefinition } from './read-definition.js';

const folder = 'indicators';
const ending = '.yaml';

/**
 * Every definition of the definitions folder (`indicators/*.yaml`), by id. An id is the name of its file, and published
 * series must exist in `reference/published`. Throws the first fault found.
 */
export function readDefinitions(definitionsFolder: string): Definition[] {
  const series = new Set(readPublishedFolder(definitionsFolder).map((value) => value.series));
  return readdirSync(join(definitionsFolder, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => {
      const path = `${folder}/${name}`;
      const text = readFileSync(join(definitionsFolder, path), 'utf8');
      return readDefinition(text, path, { series, id: basename(name, ending) });
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
