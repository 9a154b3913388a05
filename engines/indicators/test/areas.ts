import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AreaDirectory } from '@zhiheng/vocabulary';

const reference = resolve(import.meta.dirname, '../../../definitions/reference/areas.csv');

/** The directory of the house. */
export const areas = new AreaDirectory(readFileSync(reference, 'utf8'));
