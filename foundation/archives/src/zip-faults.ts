import { UserFault } from '@zhiheng/vocabulary';

/** What the directory of a zip file has wrong, as a fault of the file; other errors pass through. */
export function directoryFault(error: unknown, path: string): unknown {
  if (error instanceof UserFault || !(error instanceof Error) || 'syscall' in error) return error;
  const what = error.message;
  if (/End of central directory record signature not found|unexpected EOF/.test(what)) {
    return new UserFault('file-truncated', {
      place: { path },
      found: 'the end of the file',
      expected: 'the directory of the zip file',
    });
  }
  if (/strong encryption/.test(what)) {
    return new UserFault('archive-encrypted', { place: { path }, found: 'encrypted data', expected: 'plain data' });
  }
  return new UserFault('archive-damaged', { place: { path }, found: what, expected: 'a zip file', values: { what } });
}
