import { Buffer } from 'node:buffer';

/** Texts one behind the other as UTF-16 units, as they go to threads and are read fastest. */
export interface PackedTexts {
  readonly units: Uint16Array<ArrayBuffer>;
  /** Where each begins, and after the last its end. */
  readonly starts: Int32Array<ArrayBuffer>;
}

/** Packs texts; lone halves of characters stay as they are. */
export function packTexts(texts: readonly string[]): PackedTexts {
  const starts = new Int32Array(texts.length + 1);
  let length = 0;
  for (const [index, text] of texts.entries()) {
    length += text.length;
    starts[index + 1] = length;
  }
  const bytes = Buffer.from(new ArrayBuffer(2 * length));
  for (const [index, text] of texts.entries()) bytes.write(text, 2 * (starts[index] as number), 'utf16le');
  return { units: new Uint16Array(bytes.buffer as ArrayBuffer, 0, length), starts };
}
