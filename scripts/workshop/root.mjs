import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** What the workshop keeps for itself; goes with node_modules, is never committed. */
export const cacheFolder = resolve(root, 'node_modules/.cache/zhiheng');
