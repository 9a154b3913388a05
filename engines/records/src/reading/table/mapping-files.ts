import { UserFault } from '@zhiheng/vocabulary';
import type { Mapping } from './mapping.js';
import type { YamlBlock } from './yaml-block.js';

/** The names of files in a mapping; null when it names none. Throws the fault of the block for names that are none. */
export function filesOf(block: YamlBlock): readonly string[] | null {
  const expected = 'names of files with * and ?: ["marks-*.csv"]';
  const files = block.list('files');
  if (files === null) return null;
  const wrong = files.find((name) => name === '' || name.includes('/'));
  if (files.length > 0 && wrong === undefined) return files;
  throw block.fault('files', 'files names no file', { found: wrong ?? '(nothing)', expected });
}

/** A mapping with the name of its own file. */
export interface NamedMapping {
  readonly path: string;
  readonly mapping: Mapping;
}

/**
 * The mapping of one file: the one whose `files` name it, or the only one, where it names none. Names are compared without
 * the folder, and an entry of an archive without the archive, a
 * gzip file without its ending; `*` stands for any characters, `?` for one.
 *
 * @throws UserFault `mapping-missing` where none is for the file, `mapping-ambiguous` where several are
 */
export function mappingOf<One extends NamedMapping>(mappings: readonly One[], path: string): One {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.gz$/i, '');
  const found = mappings.filter(({ mapping }) => mapping.files?.some((pattern) => matches(pattern, name)) ?? true);
  const [only, other] = found;
  if (only === undefined) {
    const patterns = mappings.flatMap(({ mapping }) => mapping.files ?? []);
    throw new UserFault('mapping-missing', {
      place: { path },
      found: mappings.length === 0 ? 'a table' : name,
      expected:
        mappings.length === 0
          ? 'a mapping (--mapping FILE.yaml)'
          : `a name that a mapping is for: ${patterns.join(', ')}`,
    });
  }
  if (other === undefined) return only;
  throw new UserFault('mapping-ambiguous', {
    place: { path },
    found: found.map((one) => one.path).join(', '),
    expected: 'one mapping whose files name it',
  });
}

/** Throws `mapping-wrong` for a mapping that names no files beside others that do: it would be for all of them. */
export function checkMappings(mappings: readonly NamedMapping[]): void {
  if (mappings.length < 2) return;
  const bare = mappings.find(({ mapping }) => mapping.files === null);
  if (bare === undefined) return;
  throw new UserFault('mapping-wrong', {
    place: { path: bare.path, field: 'files' },
    expected: 'files: ["marks-*.csv"]',
    values: { what: 'one of several mappings names the files that it is for' },
  });
}

function matches(pattern: string, name: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'su').test(name);
}
