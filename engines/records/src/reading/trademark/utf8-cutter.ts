import { isUtf8 } from 'node:buffer';

/** Whole characters of a file of UTF-8. */
export interface TextPart {
  readonly text: string;
  readonly bytes: Buffer;
  /** First byte of the part, from 0. */
  readonly position: number;
  /** Byte of the file behind the part that begins no character; null while all is right. */
  readonly wrongAt: number | null;
}

const carriageReturn = 0x0d;

/**
 * Cuts chunks of bytes where characters end, and never between carriage return and line feed, so that every place in
 * the text has a byte in its own chunk.
 */
export class Utf8Cutter {
  #held: Buffer = Buffer.alloc(0);
  #position = 0;

  push(chunk: Buffer): TextPart {
    const bytes = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    const whole = bytes.subarray(0, bytes.length - openTail(bytes));
    if (!isUtf8(whole)) {
      const right = bytes.subarray(0, rightLength(whole));
      return this.#part(right, this.#position + right.length);
    }
    this.#held = bytes.subarray(whole.length);
    return this.#part(whole, null);
  }

  /** What is left when the file ends: a carriage return, or the start of a character that the end cut off. */
  rest(): TextPart {
    const [held, position] = [this.#held, this.#position];
    if (held[0] === carriageReturn) return this.#part(held, null);
    return { text: '', bytes: held, position, wrongAt: held.length === 0 ? null : position };
  }

  #part(bytes: Buffer, wrongAt: number | null): TextPart {
    const position = this.#position;
    this.#position += bytes.length;
    return { text: bytes.toString('utf8'), bytes, position, wrongAt };
  }
}

/** Bytes at the end that wait for what follows: a character begun, or a carriage return. */
function openTail(bytes: Buffer): number {
  if (bytes.at(-1) === carriageReturn) return 1;
  return begunCharacter(bytes);
}

function begunCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? back : 0;
  }
  return 0;
}

/** Bytes of the longest start that is right UTF-8, by halving. */
function rightLength(bytes: Buffer): number {
  let [right, wrong] = [0, bytes.length];
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1;
    const start = bytes.subarray(0, middle);
    if (isUtf8(start.subarray(0, middle - begunCharacter(start)))) right = middle;
    else wrong = middle;
  }
  return right - begunCharacter(bytes.subarray(0, right));
}
