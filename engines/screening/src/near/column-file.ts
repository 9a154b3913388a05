import { Buffer } from 'node:buffer';

/** Columns of 32-bit words and lists of texts, by name. */
export interface Columns {
  readonly words: Readonly<Record<string, Uint32Array>>;
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

interface Head {
  readonly words: readonly (readonly [name: string, length: number])[];
  readonly texts: readonly (readonly [name: string, bytes: number])[];
}

/** Columns as bytes: the length of a head, the head as JSON, and the columns one behind the other, little-endian. */
export function packColumns({ words, texts }: Columns): Buffer {
  const lists = Object.entries(texts).map(([name, list]) => [name, Buffer.from(JSON.stringify(list), 'utf8')] as const);
  const head: Head = {
    words: Object.entries(words).map(([name, { length }]) => [name, length] as const),
    texts: lists.map(([name, { length }]) => [name, length] as const),
  };
  const told = Buffer.from(JSON.stringify(head), 'utf8');
  const padded = Buffer.concat([told, Buffer.alloc((4 - (told.length % 4)) % 4, ' ')]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(padded.length);
  const columns = Object.values(words).map((column) =>
    Buffer.from(column.buffer, column.byteOffset, column.byteLength),
  );
  return Buffer.concat([length, padded, ...columns, ...lists.map(([, bytes]) => bytes)]);
}

/** Columns from their bytes, which they may be a view of. */
export function unpackColumns(bytes: Uint8Array): Columns {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = 4 + buffer.readUInt32LE(0);
  const head = JSON.parse(buffer.toString('utf8', 4, start)) as Head;
  let at = start;
  const words: Record<string, Uint32Array> = {};
  for (const [name, length] of head.words) {
    words[name] = wordsAt(buffer, at, length);
    at += 4 * length;
  }
  const texts: Record<string, string[]> = {};
  for (const [name, length] of head.texts) {
    texts[name] = JSON.parse(buffer.toString('utf8', at, at + length)) as string[];
    at += length;
  }
  return { words, texts };
}

function wordsAt(buffer: Buffer, at: number, length: number): Uint32Array {
  const from = buffer.byteOffset + at;
  if (from % 4 === 0) return new Uint32Array(buffer.buffer, from, length);
  const column = new Uint32Array(length);
  buffer.copy(Buffer.from(column.buffer), 0, at, at + 4 * length);
  return column;
}
