import { createHash } from 'node:crypto';
import { readMapping } from '../reading/mapping.js';
import { checkMappings, type NamedMapping } from '../reading/table/mapping-files.js';
import type { WrittenFile } from './load-request.js';

/** A mapping of a load. */
export interface LoadMapping extends NamedMapping {
  /** Its place among those of the load. */
  readonly index: number;
  /** Of its text. */
  readonly sha256: string;
}

/** Reads the mappings of a load. Throws `mapping-wrong`, also for one of several that names no files; `coverage-wrong`. */
export function readMappings(files: readonly WrittenFile[]): LoadMapping[] {
  const mappings = files.map(({ path, text }, index) => ({
    index,
    path,
    mapping: readMapping(text, path),
    sha256: createHash('sha256').update(text).digest('hex'),
  }));
  checkMappings(mappings);
  return mappings;
}
