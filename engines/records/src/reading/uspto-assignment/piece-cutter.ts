/** A stretch of the file that ends where a `doc` tag begins, or where a chunk ends. */
export interface Piece {
  /** Its first byte, from 0. */
  readonly position: number;
  readonly bytes: Buffer;
}

const [less, slash] = [0x3c, 0x2f];
const name = Buffer.from('doc');

/**
 * Cuts an XML file in front of everything that looks like a start or end tag of a `doc` element, so that the place of
 * every such tag is the first byte of a piece. No piece ends inside a character. A few bytes are kept back at most.
 */
export class PieceCutter {
  #held: Buffer = Buffer.alloc(0);
  #position = 0;

  push(chunk: Buffer): Piece[] {
    const bytes = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    const end = bytes.length - Math.max(tagTail(bytes), characterTail(bytes));
    const pieces: Piece[] = [];
    let from = 0;
    for (let at = bytes.indexOf(name); at >= 0 && at < end; at = bytes.indexOf(name, at + name.length)) {
      const start = tagStart(bytes, at);
      if (start <= from) continue;
      this.#cut(pieces, bytes.subarray(from, start));
      from = start;
    }
    this.#cut(pieces, bytes.subarray(from, end));
    this.#held = bytes.subarray(end);
    return pieces;
  }

  /** What the end of the file cut off: the start of a tag or of a character. Empty for a whole file. */
  rest(): Piece {
    return { position: this.#position, bytes: this.#held };
  }

  #cut(pieces: Piece[], bytes: Buffer): void {
    if (bytes.length === 0) return;
    pieces.push({ position: this.#position, bytes });
    this.#position += bytes.length;
  }
}

/** Where the tag begins whose name stands at `at`; -1 when it is no tag. */
function tagStart(bytes: Buffer, at: number): number {
  if (bytes[at - 1] === less) return at - 1;
  return bytes[at - 1] === slash && bytes[at - 2] === less ? at - 2 : -1;
}

/** How many bytes at the end may be the first ones of `<doc` or `</doc`. */
function tagTail(bytes: Buffer): number {
  const start = bytes.lastIndexOf(less);
  const tail = start < 0 || start < bytes.length - 4 ? '' : bytes.toString('latin1', start);
  return tail !== '' && ('<do'.startsWith(tail) || '</do'.startsWith(tail)) ? tail.length : 0;
}

/** How many bytes at the end are the first ones of an unfinished UTF-8 character. */
function characterTail(bytes: Buffer): number {
  for (let length = 1; length <= Math.min(3, bytes.length); length += 1) {
    const byte = bytes[bytes.length - length] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc2) return length < characterLength(byte) ? length : 0;
  }
  return 0;
}

function characterLength(lead: number): number {
  if (lead >= 0xf5) return 0;
  return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
}
