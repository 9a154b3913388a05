import { type Day, type ErrorCode, type Place, UserFault } from '@zhiheng/vocabulary';
import { refuseFutureDays } from '../future-day.js';
import { clipBytes, rawLimit } from '../raw-record.js';
import type { ReadItem } from '../record.js';
import { RecordFault } from '../record-fault.js';
import { type DeedFields, firstValue } from './deed-fields.js';
import { deedRecord } from './deed-record.js';
import type { Piece } from './piece-cutter.js';
import { pieceText } from './piece-text.js';
import { ResponseParser } from './response-parser.js';

/** Turns the pieces of a file into items: one for each `doc`. */
export class ResponseReader {
  readonly #path: string | null;
  readonly #latest: Day | undefined;
  readonly #parser = new ResponseParser();
  #blank = true;
  /** Line ends before the first sign of the document. */
  #linesBefore = 0;
  /** First byte of the deed that is open, or of the last tag that may have opened one. */
  #start = 0;
  /** Its bytes, a little more than quarantine keeps. */
  #head: Buffer[] = [];
  #length = 0;

  /** `latest`: last day on which something can have happened. */
  constructor(path: string | null, latest?: Day) {
    this.#path = path;
    this.#latest = latest;
  }

  /** The item of the deed that ends in this piece, if one does; a fault behind its end is thrown after it. */
  *read(piece: Piece): Generator<ReadItem> {
    const { text, wrongByte } = pieceText(piece);
    if (!this.#parser.inDoc && text.startsWith('<doc')) this.#begin(piece.position);
    const malformed = this.#parse(text, piece);
    this.#check();
    const deed = this.#parser.takeDoc();
    this.#keep(deed === null ? piece.bytes : piece.bytes.subarray(0, piece.bytes.indexOf('>') + 1));
    if (deed !== null) yield itemOf(deed, this.#start, this.#head, this.#latest);
    if (malformed !== null) throw malformed;
    if (wrongByte !== null)
      throw this.#fault('encoding-wrong', { byte: wrongByte }, 'a byte that is not UTF-8', 'utf-8');
  }

  /** Throws when the file holds nothing, ends too early, or was another answer than the one asked for. */
  end(rest: Piece): void {
    const end = rest.position + rest.bytes.length;
    if (this.#blank && rest.bytes.length === 0) {
      throw this.#fault('file-empty', { byte: 0 }, undefined, undefined);
    }
    if (!this.#parser.closed || rest.bytes.length > 0 || !this.#closes()) {
      const { inDoc } = this.#parser;
      const expected = inDoc ? 'the end of the deed that begins here' : 'the end of the document';
      throw this.#fault(
        'file-truncated',
        { byte: inDoc ? this.#start : rest.position },
        `the end of the file at byte ${end}`,
        expected,
      );
    }
    if (!this.#parser.hasResult) throw this.#fault('format-unknown', { byte: 0 }, 'an answer without result', 'result');
  }

  /** Reads the text; null when it is well-formed so far. A byte order mark and white space may stand before it. */
  #parse(text: string, piece: Piece): UserFault | null {
    const given = this.#blank ? text.trimStart() : text;
    this.#linesBefore += text.slice(0, text.length - given.length).split('\n').length - 1;
    if (given === '') return null;
    this.#blank = false;
    try {
      this.#parser.write(given);
      return null;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const read = text.length - given.length + this.#parser.readOfLast;
      return this.#malformed(error.message, piece.position + Buffer.byteLength(text.slice(0, Math.max(0, read - 1))));
    }
  }

  /** Refuses what is another document or encoding, before any word about its form. */
  #check(): void {
    const { root, encoding } = this.#parser;
    if (encoding !== null && !/^(?:utf-8|us-ascii)$/i.test(encoding)) {
      throw this.#fault('encoding-wrong', { byte: 0 }, encoding, 'utf-8');
    }
    if (root !== null && root !== 'response') throw this.#fault('format-unknown', { byte: 0 }, root, 'response');
  }

  #closes(): boolean {
    try {
      this.#parser.close();
      return true;
    } catch {
      return false;
    }
  }

  #begin(position: number): void {
    this.#start = position;
    this.#head = [];
    this.#length = 0;
  }

  #keep(bytes: Buffer): void {
    // one character more than is kept, so that the cut shows where one ends
    if (this.#length < rawLimit + 4) this.#head.push(bytes.subarray(0, rawLimit + 4 - this.#length));
    this.#length += bytes.length;
  }

  #malformed(message: string, byte: number): UserFault {
    const what = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    const { line, column } = this.#parser.place;
    const place = { byte, line: this.#linesBefore + line, column };
    return this.#fault('xml-malformed', place, what, 'well-formed XML', { what });
  }

  #fault(
    code: ErrorCode,
    place: Place,
    found: string | undefined,
    expected: string | undefined,
    values: Readonly<Record<string, string>> = {},
  ): UserFault {
    return new UserFault(code, {
      place: this.#path === null ? place : { path: this.#path, ...place },
      ...(found === undefined ? {} : { found }),
      ...(expected === undefined ? {} : { expected }),
      values,
    });
  }
}

function itemOf(fields: DeedFields, position: number, head: readonly Buffer[], latest: Day | undefined): ReadItem {
  if (firstValue(fields, 'purgeIndicator') === 'Y') return { type: 'ignored', reason: 'purged', position };
  try {
    return { type: 'record', record: refuseFutureDays(deedRecord(fields), latest), position };
  } catch (fault) {
    if (!(fault instanceof RecordFault)) throw fault;
    const { code, field, found, expected } = fault;
    const raw = clipBytes(Buffer.concat(head));
    return { type: 'quarantined', position, line: null, field, code, found, expected, raw };
  }
}
