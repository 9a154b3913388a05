import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UserFault } from '@zhiheng/vocabulary';
import type { TableDefinition } from '../table-definition.js';
import type { TableContext } from './read-aspects.js';
import { readTable } from './read-table.js';

/** A table file as read: the table, or its first fault. */
export type TableReading =
  | { readonly id: string; readonly table: TableDefinition; readonly fault: null }
  | { readonly id: string; readonly table: null; readonly fault: UserFault };

const folder = 'tables';
const ending = '.yaml';

/**
 * Every table file of the definitions folder (`tables/*.yaml`), by id, which is the name of its file. One that is wrong, by itself or because
 * an indicator is no longer what it was, is given with its fault and leaves the others as they are.
 */
export function readTables(definitionsFolder: string, context: Omit<TableContext, 'id'>): TableReading[] {
  const path = join(definitionsFolder, folder);
  const names = existsSync(path) ? readdirSync(path) : [];
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name): TableReading => {
      const id = basename(name, ending);
      const text = readFileSync(join(path, name), 'utf8');
      try {
        return { id, table: readTable(text, `${folder}/${name}`, { ...context, id }), fault: null };
      } catch (error) {
        if (error instanceof UserFault) return { id, table: null, fault: error };
        throw error;
      }
    });
}
