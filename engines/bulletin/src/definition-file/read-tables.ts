import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { TableDefinition } from '../table-definition.js';
import type { TableContext } from './read-aspects.js';
import { readTable } from './read-table.js';

const folder = 'tables';
const ending = '.yaml';

/** Every table of the definitions folder (`tables/*.yaml`), by id; an id is the name of its file. Throws the first fault found. */
export function readTables(definitionsFolder: string, context: Omit<TableContext, 'id'>): TableDefinition[] {
  return readdirSync(join(definitionsFolder, folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => {
      const path = `${folder}/${name}`;
      const text = readFileSync(join(definitionsFolder, path), 'utf8');
      return readTable(text, path, { ...context, id: basename(name, ending) });
    });
}
