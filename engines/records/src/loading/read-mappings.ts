import { createHash } from 'node:crypto';
import { UserFault } from '@zhiheng/vocabulary';
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

/** What was decided elsewhere becomes an act of this office, not a record. */
function notLoaded(path: string): UserFault {
  return new UserFault('mapping-wrong', {
    place: { path, field: 'table' },
    found: 'decisions',
    expected: '`zhiheng decisions import FILE --mapping FILE.yaml`',
    values: { what: 'a list of decisions is imported, not loaded' },
  });
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
  const decided = mappings.find(({ mapping }) => mapping.table === 'decisions');
  if (decided !== undefined) throw notLoaded(decided.path);
  return mappings;
}
