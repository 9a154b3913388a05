import { damaged } from '../document-faults.js';

/**
 * The text of bytes: by their byte order mark, else by the first of UTF-8, the declared encodings and GB18030 that they are
 * valid in. UTF-8 comes first because hardly a text of another encoding is valid in it, and pages declare what they are not.
 *
 * @throws UserFault `document-damaged` with the byte where the encoding that gets furthest is at its end
 */
export function decodeText(bytes: Uint8Array, name: string, declared: readonly string[] = []): string {
  const marked = markedEncoding(bytes);
  const tried = marked === null ? [...new Set(['utf-8', ...declared, 'gb18030'])] : [marked];
  for (const encoding of tried) {
    const text = decoded(bytes, encoding);
    if (text !== null) return text;
  }
  const byte = Math.max(...tried.map((encoding) => firstWrongByte(bytes, encoding)));
  throw damaged({ path: name, byte }, `bytes that are not text in ${tried.join(' or ')}`, 'text in UTF-8 or GB18030');
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function firstWrongByte(bytes: Uint8Array, encoding: string): number {
  let [right, wrong] = [0, bytes.length];
  while (wrong - right > 1) {
    const middle = (right + wrong) >>> 1;
    if (startsRight(bytes.subarray(0, middle), encoding)) right = middle;
    else wrong = middle;
  }
  return right;
}

function startsRight(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
