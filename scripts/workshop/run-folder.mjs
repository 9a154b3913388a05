import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
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
  const parent = roomInMemory() >= room ? inMemory : tmpdir();
  removeLeft(parent);
  const folder = mkdtempSync(join(parent, `zhiheng-run-${process.pid}-`));
  // What tests do as another person lies in it too: they pass through and cannot look.
  chmodSync(folder, 0o711);
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

/**
 * Removes the folders of runs that were ended before they could: the process that a folder is named after is gone.
 * @param {string} parent
 */
function removeLeft(parent) {
  for (const name of readdirSync(parent)) {
    const [, id] = /^zhiheng-run-(\d+)-/.exec(name) ?? [];
    if (id !== undefined && !isRunning(Number(id))) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

/** @param {number} id of a process */
function isRunning(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // Another person's process is there too.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
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
