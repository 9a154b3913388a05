import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A hash over paths, sizes and times of change: cheap, and different whenever a file was written, added or removed. A file that is not
 * there counts as absent.
 * @param {string} base
 * @param {readonly string[]} paths relative to `base`
 */
export function fingerprint(base, paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const found = statSync(join(base, path), { throwIfNoEntry: false });
    hash.update(`${path}\0${found === undefined ? 'absent' : `${found.size}:${found.mtimeMs}`}\n`);
  }
  return hash.digest('hex');
}

/**
 * True when the stamp file holds this fingerprint.
 * @param {string} stamp
 * @param {string} value
 */
export function isStamped(stamp, value) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === value;
}

/**
 * @param {string} stamp
 * @param {string} value
 */
export function writeStamp(stamp, value) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, value);
}
