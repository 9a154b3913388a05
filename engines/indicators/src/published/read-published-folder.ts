import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedValue } from './published-value.js';
import { readPublishedSeries } from './read-published-series.js';
import { wordingsFile } from './wordings.js';

const folder = 'reference/published';

/**
 * Every value of every CSV file in `reference/published` of the definitions folder, by file name and line, its texts as they are written: the wordings
 * beside them change no value, nor what a vintage says it rests on.
 */
export function readPublishedFolder(definitionsFolder: string): PublishedValue[] {
  return readdirSync(join(definitionsFolder, folder))
    .filter((name) => name.endsWith('.csv') && name !== wordingsFile)
    .sort()
    .flatMap((name) => {
      const path = `${folder}/${name}`;
      return readPublishedSeries(readFileSync(join(definitionsFolder, path), 'utf8'), path);
    });
}
