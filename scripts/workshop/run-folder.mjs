import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const inMemory = '/dev/shm';
const room = 4 * 2 ** 30;

/**
 * A folder for everything that one run of the tests writes, named to its workers and their processes by `TMPDIR`: in memory where there is
 * room, since a test waits for every syncing of a disk, else among the temporary files. Gives what removes it.
 */
export default function makeRunFolder() {
  // Every project of the runner asks; the first one's folder serves all.
  if (process.env.ZHIHENG_RUN_FOLDER !== undefined) return undefined;
  const folder = mkdtempSync(join(roomInMemory() >= room ? inMemory : tmpdir(), 'zhiheng-run-'));
  const before = process.env.TMPDIR;
  process.env.ZHIHENG_RUN_FOLDER = folder;
  process.env.TMPDIR = folder;
  return () => {
    delete process.env.ZHIHENG_RUN_FOLDER;
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Bytes that may still be written there; 0 where there is no such folder. */
function roomInMemory() {
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
