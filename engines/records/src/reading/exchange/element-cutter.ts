import { doctypeEnd, tagEnd } from './markup-end.js';

/** What lies between records, byte for byte. */
export interface OutsidePart {
  readonly type: 'outside';
  readonly bytes: Buffer;
}

/** One whole element of a wanted name. */
export interface RecordPart {
  readonly type: 'record';
  /** Without namespace prefix. */
  readonly name: string;
  /** Its first byte, from 0. */
  readonly position: number;
  /** The element; of one that is longer than `longestRecord` only the start. */
  readonly bytes: Buffer;
  readonly tooLong: boolean;
}

export type CutPart = OutsidePart | RecordPart;

/** Bytes of one record that are held in memory at most. */
export const longestRecord = 16 * 1024 * 1024;

interface OpenElement {
  readonly name: string;
  readonly position: number;
  readonly endMark: Buffer;
  kept: Buffer[];
  keptLength: number;
  tooLong: boolean;
}

const spaces = new Set([0x20, 0x09, 0x0d, 0x0a]);
const [less, slash, exclamation, question] = [0x3c, 0x2f, 0x21, 0x3f];
/** Stretches in which `<` is no markup, by how they begin. */
const stretches = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
].map(([opens = '', closes = '']) => ({ opens: Buffer.from(opens), closes: Buffer.from(closes) }));
const longestOpening = 9;

/**
 * Cuts the elements of some names out of one XML document in UTF-8, whatever the chunks. It looks at markup only as far
 * as needed to know where an element begins and ends; whether the rest is well-formed shows when the parts are parsed.
 */
export class ElementCutter {
  readonly #names: ReadonlySet<string>;
  #held: Buffer = Buffer.alloc(0);
  /** Position of the first byte held. */
  #position = 0;
  /** Up to here the bytes held are looked at. */
  #at = 0;
  #closes: Buffer | null = null;
  #open: OpenElement | null = null;

  constructor(names: Iterable<string>) {
    this.#names = new Set(names);
  }

  /** Position of the record that is still open; null between records. */
  get openPosition(): number | null {
    return this.#open?.position ?? null;
  }

  /** Position of the record or the markup that is not whole yet; null where nothing waits. */
  get unfinished(): number | null {
    if (this.#open !== null) return this.#open.position;
    return this.#held.length > 0 && this.#closes === null ? this.#position : null;
  }

  /** Bytes taken so far. */
  get length(): number {
    return this.#position + this.#held.length;
  }

  push(chunk: Buffer): CutPart[] {
    this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    const parts: CutPart[] = [];
    while (this.#step(parts)) {
      // every step moves on or waits for more
    }
    this.#release(parts);
    return parts;
  }

  /** What waits at the end of the file: markup that nothing ends. */
  rest(): Buffer {
    return this.#open === null ? this.#held : Buffer.alloc(0);
  }

  /** False when more bytes are needed. */
  #step(parts: CutPart[]): boolean {
    if (this.#closes !== null) return this.#skip(this.#closes);
    return this.#open === null ? this.#stepOutside(parts) : this.#stepInside(parts, this.#open);
  }

  #skip(closes: Buffer): boolean {
    const found = this.#held.indexOf(closes, this.#at);
    if (found < 0) {
      this.#at = Math.max(this.#at, this.#held.length - closes.length + 1);
      return false;
    }
    this.#at = found + closes.length;
    this.#closes = null;
    return true;
  }

  #stepOutside(parts: CutPart[]): boolean {
    const start = this.#held.indexOf(less, this.#at);
    this.#at = start < 0 ? this.#held.length : start;
    const next = start < 0 ? undefined : this.#held[start + 1];
    if (next === undefined) return false;
    if (next === exclamation || next === question) return this.#enterStretch(start);
    if (next === slash) {
      this.#at = start + 2;
      return true;
    }
    const end = tagEnd(this.#held, start);
    if (end < 0) return false;
    const qualified = /^<([^\s/>]*)/.exec(this.#held.toString('utf8', start, end))?.[1] ?? '';
    const name = qualified.slice(qualified.indexOf(':') + 1);
    this.#at = end;
    if (!this.#names.has(name)) return true;
    this.#at = start;
    this.#release(parts);
    const endMark = Buffer.from(`</${qualified}`);
    this.#open = { name, position: this.#position, endMark, kept: [], keptLength: 0, tooLong: false };
    this.#at = end - start;
    if (this.#held[this.#at - 2] === slash) this.#close(parts, this.#open);
    return true;
  }

  #stepInside(parts: CutPart[], open: OpenElement): boolean {
    const end = this.#held.indexOf(open.endMark, this.#at);
    const special = this.#firstSpecial(end < 0 ? this.#held.length : end);
    if (special >= 0) return this.#enterStretch(special);
    if (end < 0) {
      this.#at = Math.max(this.#at, this.#held.length - open.endMark.length + 1);
      return false;
    }
    this.#at = end;
    const behind = this.#held[end + open.endMark.length];
    if (behind === undefined) return false;
    if (behind !== 0x3e && !spaces.has(behind)) {
      this.#at = end + open.endMark.length;
      return true;
    }
    const close = this.#held.indexOf('>', end + open.endMark.length);
    if (close < 0) return false;
    this.#at = close + 1;
    this.#close(parts, open);
    return true;
  }

  /** The first `<!` or `<?` before a byte; -1 when there is none. */
  #firstSpecial(before: number): number {
    const part = this.#held.subarray(0, before);
    const found = [part.indexOf('<!', this.#at), part.indexOf('<?', this.#at)].filter((at) => at >= 0);
    return found.length === 0 ? -1 : Math.min(...found);
  }

  #enterStretch(start: number): boolean {
    this.#at = start;
    const opening = this.#held.subarray(start, start + longestOpening);
    const stretch = stretches.find(({ opens }) => opening.subarray(0, opens.length).equals(opens));
    if (stretch !== undefined) {
      this.#closes = stretch.closes;
      this.#at = start + stretch.opens.length;
      return true;
    }
    if (stretches.some(({ opens }) => opens.subarray(0, opening.length).equals(opening))) return false;
    const end = this.#open === null ? doctypeEnd(this.#held, start) : start + 2;
    if (end < 0) return false;
    this.#at = end;
    return true;
  }

  #close(parts: CutPart[], open: OpenElement): void {
    this.#release(parts);
    const { name, position, tooLong } = open;
    parts.push({ type: 'record', name, position, bytes: Buffer.concat(open.kept), tooLong });
    this.#open = null;
  }

  /** Hands over or keeps what is looked at, so that the bytes held stay few. */
  #release(parts: CutPart[]): void {
    if (this.#at === 0) return;
    const bytes = this.#held.subarray(0, this.#at);
    this.#held = this.#held.subarray(this.#at);
    this.#position += this.#at;
    this.#at = 0;
    if (this.#open === null) parts.push({ type: 'outside', bytes });
    else keep(this.#open, bytes);
  }
}

function keep(open: OpenElement, bytes: Buffer): void {
  if (open.tooLong) return;
  if (open.keptLength + bytes.length <= longestRecord) {
    open.kept.push(bytes);
    open.keptLength += bytes.length;
    return;
  }
  open.tooLong = true;
  open.kept = [Buffer.concat([...open.kept, bytes]).subarray(0, 128 * 1024)];
}
