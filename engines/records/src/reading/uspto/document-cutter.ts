/** A stretch of one XML document; `opens` is true where a document begins. */
export interface DocumentPart {
  /** Its first byte, from 0. */
  readonly position: number;
  readonly bytes: Buffer;
  readonly opens: boolean;
}

const marker = Buffer.from('<?xml');
const spaces = new Set([0x20, 0x09, 0x0d, 0x0a]);

/**
 * Cuts a file of concatenated XML documents where an XML declaration begins. What lies before the first declaration
 * is a document too. Nothing is kept but a few bytes that may be the start of a declaration.
 */
export class DocumentCutter {
  #held: Buffer = Buffer.alloc(0);
  #position: number;
  #opens = true;

  /** `position`: the file's byte at which cutting begins. */
  constructor(position = 0) {
    this.#position = position;
  }

  push(chunk: Buffer): DocumentPart[] {
    const bytes = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    const end = bytes.length - markerTail(bytes);
    const parts: DocumentPart[] = [];
    let from = 0;
    for (let at = bytes.indexOf(marker); at >= 0 && at < end; at = bytes.indexOf(marker, at + marker.length)) {
      if (!spaces.has(bytes[at + marker.length] ?? 0)) continue;
      this.#cut(parts, bytes.subarray(from, at));
      this.#opens = true;
      from = at;
    }
    this.#cut(parts, bytes.subarray(from, end));
    this.#held = bytes.subarray(end);
    return parts;
  }

  /** The bytes left over: the start of a declaration that the end of the file cut off. Empty for a whole file. */
  rest(): DocumentPart {
    return { position: this.#position, bytes: this.#held, opens: true };
  }

  #cut(parts: DocumentPart[], bytes: Buffer): void {
    if (bytes.length === 0) return;
    parts.push({ position: this.#position, bytes, opens: this.#opens });
    this.#position += bytes.length;
    this.#opens = false;
  }
}

/** How many bytes at the end may be the first ones of a declaration. */
function markerTail(bytes: Buffer): number {
  for (let length = Math.min(marker.length, bytes.length); length > 0; length -= 1) {
    if (bytes.subarray(bytes.length - length).equals(marker.subarray(0, length))) return length;
  }
  return 0;
}
