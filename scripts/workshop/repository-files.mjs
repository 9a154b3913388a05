import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Folders whose content is made, fetched or private; `data` is left out at the top only. */
const leftOut = new Set(['node_modules', 'dist', '.git', '.zhiheng', 'test-output']);

/**
 * Every file under `folder`, by path relative to the repository, in order; made and private folders are left out.
 * @param {string} [folder] relative to the repository; all of it when left out
 * @param {string} [base]
 * @returns {string[]}
 */
export function repositoryFiles(folder = '', base = root) {
  return readdirSync(join(base, folder), { withFileTypes: true })
    .filter(({ name }) => !leftOut.has(name) && !(folder === '' && name === 'data'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return repositoryFiles(path, base);
      return entry.isFile() ? [path] : [];
    });
}
