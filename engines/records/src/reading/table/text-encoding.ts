/** Encodings of tables, as mappings name them. */
export type TextEncoding = 'utf-8' | 'gb18030';

const spellings: Readonly<Record<string, TextEncoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb18030: 'gb18030',
  // both are parts of GB18030
  gbk: 'gb18030',
  gb2312: 'gb18030',
};

/** The encoding of a name; null when it is not one of ours. */
export function textEncoding(name: string): TextEncoding | null {
  return spellings[name.toLowerCase()] ?? null;
}

const marks: Readonly<Record<TextEncoding, Buffer>> = {
  'utf-8': Buffer.from([0xef, 0xbb, 0xbf]),
  gb18030: Buffer.from([0x84, 0x31, 0x95, 0x33]),
};

/** Bytes of the byte order mark at the start of a file; 0 when there is none. */
export function byteOrderMark(head: Buffer, encoding: TextEncoding): number {
  const mark = marks[encoding];
  return head.subarray(0, mark.length).equals(mark) ? mark.length : 0;
}

/** Longest byte order mark. */
export const markLength = 4;

/** A decoder that throws on wrong bytes, and on NUL, which no text holds. Each call decodes a text that is whole. */
export function strictDecoder(encoding: TextEncoding): (bytes: Buffer) => string {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return (bytes) => {
    if (bytes.includes(0)) throw new TypeError('NUL');
    return decoder.decode(bytes);
  };
}

/** Where the first sequence of bytes starts that is not text of the encoding, or NUL; null when all is text. */
export function firstWrongByte(bytes: Buffer, encoding: TextEncoding): number | null {
  if (decodes(bytes, encoding, false)) return null;
  let [right, wrong] = [0, bytes.length + 1];
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1;
    if (middle <= bytes.length && decodes(bytes.subarray(0, middle), encoding, true)) right = middle;
    else wrong = middle;
  }
  for (let start = right; start > 0 && start > right - 4; start -= 1) {
    if (decodes(bytes.subarray(0, start), encoding, false)) return start;
  }
  return 0;
}

/** The first bytes of a wrong sequence as they are told to a person: `bytes b7 a2 c3 f7`. */
export function describeBytes(bytes: Buffer, at: number): string {
  const shown = bytes.subarray(at, at + 4).toString('hex');
  return `bytes ${shown.replaceAll(/(..)(?=.)/g, '$1 ')}`;
}

/** `open`: a character may be unfinished at the end. */
function decodes(bytes: Buffer, encoding: TextEncoding, open: boolean): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: open });
    return true;
  } catch {
    return false;
  }
}
