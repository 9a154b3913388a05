import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder of a Java of this version or later, the earliest of those: `JAVA_HOME`, else one that lies in a folder of all versions.
 * Null where there is none.
 * @param {number} oldest
 * @param {{ named?: string, versions: string }} places
 * @returns {string | null}
 */
export function findJava(oldest, { named, versions }) {
  if (named !== undefined && named !== '' && javaVersion(named) >= oldest) return named;
  const [first] = (existsSync(versions) ? readdirSync(versions) : [])
    .map((name) => join(versions, name))
    .map((folder) => ({ folder, version: javaVersion(folder) }))
    .filter(({ version }) => version >= oldest)
    .sort((a, b) => a.version - b.version || (a.folder < b.folder ? -1 : 1));
  return first?.folder ?? null;
}

/**
 * The feature version that a Java says of itself; 0 for what is no Java.
 * @param {string} folder
 */
function javaVersion(folder) {
  const release = join(folder, 'release');
  if (!existsSync(join(folder, 'bin/java')) || !existsSync(release)) return 0;
  return Number(/^JAVA_VERSION="(\d+)/m.exec(readFileSync(release, 'utf8'))?.[1] ?? 0);
}
