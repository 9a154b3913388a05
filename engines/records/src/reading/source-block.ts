/**
 * A stretch of a file that one worker reads: whole records, or a part of one record that is longer than a block.
 * Parts of one block follow each other; `opens` and `closes` are both true for a block in one piece.
 */
export interface BlockPiece {
  /** The only view on its memory, which can be handed to another thread. */
  readonly bytes: Buffer<ArrayBuffer>;
  /** Its first byte in the file, from 0. */
  readonly position: number;
  /** The line of its first byte, from 1; null for XML. */
  readonly line: number | null;
  /** The header line of the table; null for XML. */
  readonly header: TableHeader | null;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Nothing follows it in the file. */
  readonly endsFile: boolean;
}

export interface TableHeader {
  readonly fields: readonly string[];
  readonly line: number;
  /** As it is written. */
  readonly text: string;
}

/** Bytes in memory that nothing else looks at. */
export function ownBytes(...parts: readonly Buffer[]): Buffer<ArrayBuffer> {
  const own = Buffer.allocUnsafeSlow(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) at += part.copy(own, at);
  return own;
}

/** Chunks of a stream gathered into lists of at least `size` bytes and less than twice that; the last one may be shorter. */
export async function* gatherBytes(chunks: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer[]> {
  let gathered: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += size) {
      const part = chunk.subarray(at, at + size);
      gathered.push(part);
      length += part.length;
      if (length < size) continue;
      yield gathered;
      gathered = [];
      length = 0;
    }
  }
  if (length > 0) yield gathered;
}
