import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { runCommand } from './run-command.mjs';
import { SetupFault } from './setup-fault.mjs';
import { step } from './step.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 */

/**
 * The packages of `lock` that an installation lacks or holds in another version. `installed` is the record that npm leaves in
 * node_modules at the end of an installation. Optional packages may be absent: they belong to other systems.
 * @param {Lock} lock
 * @param {Lock} installed
 * @returns {string[]} their folders
 */
export function packagesToInstall(lock, installed) {
  return Object.entries(lock.packages)
    .filter(([folder, wanted]) => {
      if (folder === '') return false;
      const present = installed.packages[folder];
      if (present === undefined) return wanted.optional !== true;
      return present.version !== wanted.version || present.integrity !== wanted.integrity;
    })
    .map(([folder]) => folder);
}

/** Installs the packages of the lock file where they are missing or another version is there. */
export async function install() {
  const lock = readLock(join(root, 'package-lock.json'));
  const record = join(root, 'node_modules/.package-lock.json');
  if (existsSync(record) && packagesToInstall(lock, readLock(record)).length === 0) {
    console.log('Packages are installed.');
    return;
  }
  const count = Object.values(lock.packages).filter(({ link }) => link !== true).length;
  await step(`Installing up to ${count} packages`, async () => {
    const code = await runCommand('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) throw new SetupFault('The packages could not be installed: see the message of npm above.', code);
  });
}

/**
 * @param {string} path
 * @returns {Lock}
 */
function readLock(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
