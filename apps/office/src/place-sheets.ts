import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlaceSheets } from '@zhiheng/records';

/** The sheets that addresses are read by. */
export async function readPlaceSheets(definitionsFolder: string): Promise<PlaceSheets> {
  const read = (file: string) => readFile(join(definitionsFolder, 'reference', file), 'utf8');
  return { areas: await read('areas.csv'), names: await read('area-names.csv'), memo: await read('memo-areas.csv') };
}
