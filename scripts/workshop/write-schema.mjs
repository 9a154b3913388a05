import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * Writes the JSON Schema of a kind of definition for editors, in the form of the repository.
 * @param {string} path
 * @param {unknown} schema
 */
export function writeSchema(path, schema) {
  writeFileSync(join(root, path), JSON.stringify(schema, null, 2));
  spawnSync('npx', ['biome', 'format', '--write', path], { cwd: root, stdio: 'inherit' });
}
