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

/** Each `@zhiheng/NAME` at its sources, so that tests need no build of the packages they import. */
export function packageAliases() {
  return packageFolders().map((folder) => {
    const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { find: new RegExp(`^${name}$`), replacement: join(folder, 'src/index.ts') };
  });
}
