import { UserFault } from '@zhiheng/vocabulary';
import { type Entry, getFileNameLowLevel } from 'yauzl';

const unicodePathField = 0x7075;
const utf8Flag = 0x800;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a name with control characters is what it looks for
const control = /[\u0000-\u001f\u007f]/;

/** `bundle.zip!/2023/grants.csv`: how faults and sources name an entry of an archive. */
export function entryPath(file: string, name: string): string {
  return `${file}!/${name}`;
}

/**
 * The name of an entry. Where the archive does not state its encoding, as archives made on Chinese Windows do not, it is
 * taken as UTF-8 where it is valid, then as GB18030, then as code page 437.
 */
export function entryName(entry: Entry): string {
  const { generalPurposeBitFlag: flags, fileNameRaw: raw, extraFields } = entry;
  const stated = (flags & utf8Flag) !== 0 || extraFields.some(({ id }) => id === unicodePathField);
  if (!stated) {
    for (const encoding of ['utf-8', 'gb18030']) {
      const name = decoded(raw, encoding);
      if (name !== null) return name;
    }
  }
  return getFileNameLowLevel(flags, raw, extraFields, true);
}

/** Throws `archive-path` for a name that leads, or may be taken to lead, out of the archive. */
export function checkEntryName(name: string, file: string): void {
  const why = faultOf(name);
  if (why === null) return;
  throw new UserFault('archive-path', {
    place: { path: entryPath(file, name) },
    found: `${name} (${why})`,
    expected: 'a relative path with forward slashes that stays inside',
  });
}

function faultOf(name: string): string | null {
  if (name === '') return 'no name';
  if (control.test(name)) return 'control characters';
  if (name.includes('\\')) return 'a backslash';
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) return 'an absolute path';
  return name.split('/').includes('..') ? 'a step out of the folder' : null;
}

function decoded(raw: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(raw);
  } catch {
    return null;
  }
}
