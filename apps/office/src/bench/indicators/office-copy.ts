import { cp, link, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { officePaths } from '../../office-paths.js';

/**
 * An office that can be worked on while the one it is taken from stays as it is: the segments are shared, since nothing is ever written into
 * one, and the rest is copied. Across disks segments are copied too.
 */
export async function copyOffice(from: string, to: string): Promise<void> {
  const [source, target] = [officePaths(from), officePaths(to)];
  await mkdir(target.folder, { recursive: true, mode: 0o700 });
  for (const name of ['ledger.sqlite', 'ledger.sqlite-wal', 'ledger.key', 'people.key'] as const) {
    await cp(join(source.folder, name), join(target.folder, name)).catch(unlessMissing);
  }
  for (const entry of await readdir(source.lake, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const placed = join(target.lake, path.slice(source.lake.length));
    await mkdir(dirname(placed), { recursive: true });
    await link(path, placed).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EXDEV') throw error;
      return cp(path, placed);
    });
  }
}

function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
