import { UserFault } from '@zhiheng/vocabulary';
import { SaxesParser } from 'saxes';
import type { XmlElement } from '../uspto/xml-element.js';
import { ElementTree } from './element-tree.js';
import { type TextPart, Utf8Cutter } from './utf8-cutter.js';
import { encodingFault, malformedFault, tooLongFault, truncatedFault } from './xml-faults.js';

/** What to hand over of a document; names stand without their namespace prefix. */
export interface CapturePlan {
  /** Elements handed over whole, wherever they stand, the outermost of nested ones. */
  readonly captured: ReadonlySet<string>;
  /** Elements whose end is told; that of the root always is. */
  readonly boundaries: ReadonlySet<string>;
  /** Elements inside captured ones that nobody needs. */
  readonly passedOver: ReadonlySet<string>;
  /** Throws a `UserFault` when the document is of another format; `byte` is where its root begins. */
  readonly checkRoot: (name: string, attributes: Readonly<Record<string, string>>, byte: number) => void;
}

export interface CapturedElement {
  readonly type: 'element';
  readonly element: XmlElement;
  readonly name: string;
  /** First byte, from 0. */
  readonly position: number;
  /** The element as it stands in the file, at most 64 KiB. */
  readonly raw: () => string;
}

export type CaptureEvent = CapturedElement | { readonly type: 'end'; readonly name: string };

/** Bytes that one captured element may have, since it is held in memory. */
const longestElement = 32 * 1_048_576;
/** Names of elements that are remembered; the standards have some hundred. */
const mostNames = 2_000;

/**
 * Parses one XML document strictly while its bytes come in and hands over chosen elements with their places, so that
 * memory holds one of them at a time. The document type declaration is read past and never acted on: entities other
 * than the five of XML and character references are faults.
 */
export class ElementCapture {
  readonly #parser = new SaxesParser();
  readonly #cutter = new Utf8Cutter();
  readonly #plan: CapturePlan;
  readonly #path: { readonly path?: string };
  readonly #localNames = new Map<string, string>();
  #events: CaptureEvent[] = [];
  #fault: UserFault | null = null;
  #open: ElementTree | null = null;
  #depth = 0;
  #rootSeen = false;
  #blank = true;
  #length = 0;
  /** Characters given to the parser before the present part. */
  #characters = 0;
  #part: TextPart = { text: '', bytes: Buffer.alloc(0), position: 0, wrongAt: null };
  /** A place of the present part whose byte is known. */
  #known = { character: 0, byte: 0 };
  /** Byte of the start tag that is being read. */
  #tagAt = 0;

  constructor(plan: CapturePlan, path: { readonly path?: string }) {
    this.#plan = plan;
    this.#path = path;
    this.#parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !/^(?:utf-8|us-ascii)$/i.test(encoding)) throw encodingFault(path, 0, encoding);
    });
    this.#parser.on('opentagstart', ({ name }) => this.#enter(name));
    this.#parser.on('opentag', ({ name, attributes }) => this.#begin(name, attributes));
    this.#parser.on('closetag', ({ name }) => this.#leave(name));
  }

  /** Why reading stopped; null while nothing is wrong. What came before it has been handed over. */
  get fault(): UserFault | null {
    return this.#fault;
  }

  /** True while nothing but white space or a byte order mark has come. */
  get blank(): boolean {
    return this.#blank;
  }

  push(chunk: Buffer): CaptureEvent[] {
    this.#length += chunk.length;
    if (this.#fault === null) this.#feed(this.#cutter.push(chunk));
    return this.#taken();
  }

  /** @param unfinished byte where a record begins that still lacks something; null for none */
  end(unfinished: number | null): CaptureEvent[] {
    if (this.#fault !== null) return [];
    const rest = this.#cutter.rest();
    if (rest.wrongAt === null) this.#feed(rest);
    if (this.#fault !== null) return this.#taken();
    if (!this.#rootSeen || this.#depth > 0) {
      this.#fault = truncatedFault(this.#path, unfinished ?? this.#open?.position ?? this.#length, this.#length);
    } else if (rest.wrongAt !== null) {
      this.#fault = encodingFault(this.#path, rest.wrongAt, null);
    }
    return this.#taken();
  }

  #taken(): CaptureEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  #feed(part: TextPart): void {
    this.#part = part;
    this.#known = { character: 0, byte: part.position };
    this.#blank &&= /^[\s\ufeff]*$/.test(part.text) && part.wrongAt === null;
    this.#open?.keep(part.bytes);
    if (this.#open !== null && part.position - this.#open.position > longestElement) {
      this.#fault = tooLongFault(this.#path, this.#open.position, longestElement);
      return;
    }
    try {
      this.#parser.write(part.text);
      if (part.wrongAt !== null) this.#fault = encodingFault(this.#path, part.wrongAt, null);
    } catch (error) {
      this.#fault = error instanceof UserFault ? error : malformedFault(this.#path, this.#byte(), error);
    }
    this.#characters += part.text.length;
  }

  /** The byte of the file at which the parser stands. */
  #byte(): number {
    const { text, bytes, position } = this.#part;
    const character = Math.min(this.#parser.position - this.#characters, text.length);
    if (character < this.#known.character) this.#known = { character: 0, byte: position };
    const passed =
      text.length === bytes.length
        ? character - this.#known.character
        : Buffer.byteLength(text.slice(this.#known.character, character));
    this.#known = { character, byte: this.#known.byte + passed };
    return this.#known.byte;
  }

  /** The name of a start tag is read, and one character (or a line break of two) behind it. */
  #enter(name: string): void {
    if (this.#open !== null || (this.#rootSeen && !this.#plan.captured.has(this.#localName(name)))) return;
    const behind = this.#byte();
    const character = this.#parser.position - this.#characters;
    const lineBreak = this.#part.text.slice(character - 2, character) === '\r\n';
    const nameEnd = behind - (lineBreak ? 2 : 1);
    this.#tagAt = nameEnd - Buffer.byteLength(name) - 1;
    if (!this.#plan.captured.has(this.#localName(name))) return;
    this.#open = new ElementTree(this.#localName(name), this.#tagAt, this.#plan.passedOver);
    this.#open.keep(Buffer.from(`<${name}`));
    this.#open.keep(this.#part.bytes.subarray(nameEnd - this.#part.position));
    this.#listen(true);
  }

  #begin(name: string, attributes: Record<string, string>): void {
    this.#depth += 1;
    if (!this.#rootSeen) this.#plan.checkRoot(name, attributes, this.#tagAt);
    this.#rootSeen = true;
    this.#open?.begin(this.#localName(name), attributes);
  }

  #leave(name: string): void {
    this.#depth -= 1;
    const tree = this.#open;
    if (tree === null) {
      const local = this.#localName(name);
      if (this.#depth === 0 || this.#plan.boundaries.has(local)) this.#events.push({ type: 'end', name: local });
      return;
    }
    if (!tree.end()) return;
    const { element, position } = tree;
    const length = this.#byte() - position;
    if (element !== null) {
      this.#events.push({ type: 'element', element, name: tree.name, position, raw: () => tree.raw(length) });
    }
    this.#open = null;
    this.#listen(false);
  }

  #listen(on: boolean): void {
    if (!on) {
      this.#parser.off('text');
      this.#parser.off('cdata');
      return;
    }
    const take = (text: string): void => this.#open?.text(text);
    this.#parser.on('text', take);
    this.#parser.on('cdata', take);
  }

  #localName(name: string): string {
    const known = this.#localNames.get(name);
    if (known !== undefined) return known;
    const local = name.slice(name.indexOf(':') + 1);
    if (this.#localNames.size < mostNames) this.#localNames.set(name, local);
    return local;
  }
}
