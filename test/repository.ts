import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolders } from '../scripts/package-aliases.mjs';
import { repositoryFiles } from '../scripts/workshop/repository-files.mjs';
import { root } from '../scripts/workshop/root.mjs';

export interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Paths of the repository's own files. */
export const files: readonly string[] = repositoryFiles();

/** The text of a file by its path in the repository. */
export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Folders of the packages, relative to the repository. */
export const packages: readonly string[] = packageFolders().map((folder) => folder.slice(root.length + 1));

export function readManifest(path: string): Manifest {
  return JSON.parse(readText(path)) as Manifest;
}
