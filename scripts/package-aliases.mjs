import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Folders of all packages of the house. */
export function packageFolders() {
  return ['foundation', 'engines', 'apps'].flatMap((floor) =>
    readdirSync(join(root, floor))
      .map((name) => join(root, floor, name))
      .filter((folder) => existsSync(join(folder, 'package.json'))),
  );
}

/** Each entry of each `@zhiheng/NAME` at its sources, so that tests need no build of the packages they import. */
export function packageAliases() {
  return packageFolders().flatMap((folder) => {
    const { name, exports = { '.': { default: './dist/index.js' } } } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    return Object.entries(exports).map(([entry, { default: built }]) => ({
      find: new RegExp(`^${name}${entry.slice(1)}$`),
      replacement: join(folder, built.replace('./dist/', 'src/').replace(/\.js$/, '.ts')),
    }));
  });
}
