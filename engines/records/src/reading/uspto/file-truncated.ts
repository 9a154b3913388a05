import { UserFault } from '@zhiheng/vocabulary';

/** The fault of a file that ends within a document. */
export function fileTruncated(file: string | undefined, unfinished: number, end: number): UserFault {
  return new UserFault('file-truncated', {
    place: { ...(file === undefined ? {} : { path: file }), byte: unfinished },
    found: `the end of the file at byte ${end}`,
    expected: 'the end of the document that begins here',
  });
}
