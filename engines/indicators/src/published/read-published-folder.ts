import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedValue } from './published-value.js';
import { readPublishedSeries } from './read-published-series.js';

const folder = 'reference/published';

/** Every value of every CSV file in `reference/published` of the definitions folder, by file name and line. */
export function readPublishedFolder(definitionsFolder: string): PublishedValue[] {
  return readdirSync(join(definitionsFolder, folder))
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .flatMap((name) => {
      const path = `${folder}/${name}`;
      return readPublishedSeries(readFileSync(join(definitionsFolder, path), 'utf8'), path);
    });
}
