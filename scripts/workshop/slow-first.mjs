import { relative } from 'node:path';
import { BaseSequencer } from 'vitest/node';
import { root } from './root.mjs';

/** Folders and files whose tests take longest, longest first: browsers, then commands as processes, then offices, then properties. */
const slow = [
  'apps/web/test/pages.test',
  // Makes the synthetic office that other files of pages wait for.
  'apps/web/test/definition-page.test',
  'apps/office/test/disk-faults.test',
  'apps/web/test/',
  'apps/cli/test/',
  'engines/indicators/test/',
  'apps/office/test/',
  'engines/records/test/',
];

/**
 * Where a test file stands in the order of a run.
 * @param {string} path in the repository
 */
export function rankOf(path) {
  const rank = slow.findIndex((start) => path.startsWith(start));
  return rank === -1 ? slow.length : rank;
}

/** Begins with the files that take longest, so that no worker is left alone with one of them at the end. */
export class SlowFirst extends BaseSequencer {
  /**
   * @override
   * @param {import('vitest/node').TestSpecification[]} files
   */
  async sort(files) {
    const sorted = await super.sort(files);
    const rank = (/** @type {string} */ path) => rankOf(relative(root, path));
    return sorted.toSorted((one, other) => rank(one.moduleId) - rank(other.moduleId));
  }
}
