import { firstWrongByte, type TextEncoding } from '../table/text-encoding.js';

const marks: readonly (readonly [TextEncoding, Buffer])[] = [
  ['utf-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['gb18030', Buffer.from([0x84, 0x31, 0x95, 0x33])],
];
/** A head may end inside a character. */
const longestCharacter = 4;

/**
 * The encoding of a text by its first bytes: a byte order mark, else UTF-8 where they are valid, else GB18030 where they
 * are; null when they are neither.
 */
export function detectEncoding(head: Buffer): TextEncoding | null {
  const marked = marks.find(([, mark]) => head.subarray(0, mark.length).equals(mark));
  if (marked !== undefined) return marked[0];
  const valid = (encoding: TextEncoding): boolean => {
    const wrong = firstWrongByte(head, encoding);
    return wrong === null || wrong > head.length - longestCharacter;
  };
  return (['utf-8', 'gb18030'] as const).find(valid) ?? null;
}
