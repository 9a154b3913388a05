import { clipBytes, rawLimit } from '../raw-record.js';
import { RecordFault } from '../record-fault.js';
import { describeBytes, firstWrongByte } from '../table/text-encoding.js';
import { BibliographyParser } from './bibliography-parser.js';
import { readPlainDocument } from './plain-document.js';
import type { XmlElement } from './xml-element.js';

const spaces = new Set([0x20, 0x09, 0x0d, 0x0a, 0xef, 0xbb, 0xbf]);
const tailLength = 256;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** How a document ended. */
export type ClosedDocument =
  | { readonly ended: 'whole'; readonly root: XmlElement }
  | { readonly ended: 'faulty'; readonly fault: RecordFault }
  /** Its end tag is missing. */
  | { readonly ended: 'open'; readonly fault: RecordFault };

/** A document while its bytes come in: parsed as they come, so that only its kept parts and 64 KiB stay in memory. */
export class OpenDocument {
  readonly #parser = new BibliographyParser();
  readonly #head: Buffer[] = [];
  #position: number;
  #length = 0;
  #tail: Buffer = Buffer.alloc(0);
  #fault: RecordFault | null = null;
  #stopped = false;
  #partOfCharacter: Buffer = Buffer.alloc(0);
  /** The first bytes, while they may be all: a document that comes in one piece is read by the fast way. */
  #held: Buffer | null = null;

  constructor(position: number) {
    this.#position = position;
  }

  /** First byte of the document, white space and byte order mark before it left out. */
  get position(): number {
    return this.#position;
  }

  /** True while nothing but white space or a byte order mark has come. */
  get blank(): boolean {
    return this.#length === 0;
  }

  /** The source record, at most 64 KiB. */
  raw(): string {
    return clipBytes(Buffer.concat(this.#head));
  }

  write(given: Buffer): void {
    let bytes = given;
    if (this.#length === 0) {
      const start = bytes.findIndex((byte) => !spaces.has(byte));
      this.#position += start < 0 ? bytes.length : start;
      if (start < 0) return;
      bytes = bytes.subarray(start);
    }
    // one character more than is kept, so that the cut shows where one ends
    if (this.#length < rawLimit + 4) this.#head.push(bytes.subarray(0, rawLimit + 4 - this.#length));
    this.#tail = Buffer.concat([this.#tail, bytes.subarray(-tailLength)]).subarray(-tailLength);
    if (this.#length === 0) this.#held = bytes;
    else {
      this.#feedHeld();
      this.#feed(bytes, this.#length);
    }
    this.#length += bytes.length;
  }

  close(): ClosedDocument {
    const plain = this.#held === null ? null : plainRoot(this.#held);
    if (plain !== null) return { ended: 'whole', root: plain };
    this.#feedHeld();
    if (this.#fault === null) this.#finish();
    const { root, closed } = this.#parser;
    if (this.#fault === null && root !== null) return { ended: 'whole', root };
    const fault = this.#fault ?? malformed('no element');
    const complete = closed || (root !== null && this.#endsWithTag(root.name));
    return { ended: complete ? 'faulty' : 'open', fault };
  }

  #feedHeld(): void {
    const held = this.#held;
    this.#held = null;
    if (held !== null) this.#feed(held, 0);
  }

  /** `offset`: of the bytes in the document. */
  #feed(bytes: Buffer, offset: number): void {
    if (this.#stopped) return;
    const whole = this.#partOfCharacter.length === 0 ? bytes : Buffer.concat([this.#partOfCharacter, bytes]);
    const end = endOfCharacters(whole);
    this.#parse(whole.subarray(0, end), this.#position + offset - this.#partOfCharacter.length);
    this.#partOfCharacter = whole.subarray(end);
  }

  /**
   * Parses bytes that end with a character, up to the first wrong one: what is found does not depend on the cut.
   * `position`: their first byte in the file.
   */
  #parse(bytes: Buffer, position: number): void {
    try {
      this.#parser.write(decoder.decode(bytes));
    } catch (error) {
      this.#fault = faultOf(error);
      if (this.#fault.code === 'encoding-wrong') this.#parseUntilWrong(bytes, position);
      this.#stopped = true;
    }
    const { encoding } = this.#parser;
    if (encoding !== null && !/^(?:utf-8|us-ascii)$/i.test(encoding)) {
      this.#fault = new RecordFault('encoding-wrong', null, encoding, 'utf-8');
    }
  }

  #parseUntilWrong(bytes: Buffer, position: number): void {
    const wrong = firstWrongByte(bytes, 'utf-8') ?? 0;
    // one byte, since the next ones may not have come yet
    const found = `${describeBytes(bytes.subarray(0, wrong + 1), wrong)} at byte ${position + wrong}`;
    this.#fault = new RecordFault('encoding-wrong', null, found, 'utf-8');
    try {
      // NUL is a character, which the parser refuses
      this.#parser.write(decoder.decode(bytes.subarray(0, bytes[wrong] === 0 ? wrong + 1 : wrong)));
    } catch (error) {
      this.#fault = faultOf(error);
    }
  }

  #finish(): void {
    try {
      this.#parser.write(decoder.decode(this.#partOfCharacter));
      this.#parser.close();
    } catch (error) {
      this.#fault = faultOf(error);
    }
  }

  #endsWithTag(name: string): boolean {
    return this.#tail.toString('latin1').replaceAll(/\s+/g, '').endsWith(`</${name}>`);
  }
}

function plainRoot(bytes: Buffer): XmlElement | null {
  try {
    return readPlainDocument(decoder.decode(bytes));
  } catch {
    return null;
  }
}

/** Where the last whole character of UTF-8 ends; wrong bytes count as characters. */
function endOfCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function faultOf(error: unknown): RecordFault {
  if (!(error instanceof Error)) throw error;
  if ('code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return new RecordFault('encoding-wrong', null, 'bytes that are not UTF-8', 'utf-8');
  }
  return malformed(error.message);
}

function malformed(what: string): RecordFault {
  return new RecordFault('xml-malformed', null, what, 'well-formed XML (line and column within the record)');
}
