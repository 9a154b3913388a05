import { clipBytes, rawLimit } from '../raw-record.js';
import type { XmlElement } from '../uspto/xml-element.js';

/** Levels of elements inside one that is kept; standards of this field need some twenty. */
const deepest = 256;

const lineFeed = 0x0a;
const noAttributes: Readonly<Record<string, string>> = {};

/** One element while it is read: its tree without namespace prefixes, and the first 64 KiB of its bytes. */
export class ElementTree {
  readonly #passedOver: ReadonlySet<string>;
  readonly #open: XmlElement[] = [];
  readonly #head: Buffer[] = [];
  #root: XmlElement | null = null;
  #skipped = 0;
  #length = 0;

  constructor(
    readonly name: string,
    readonly position: number,
    passedOver: ReadonlySet<string>,
  ) {
    this.#passedOver = passedOver;
  }

  /** Null until its start tag is read. */
  get element(): XmlElement | null {
    return this.#root;
  }

  /** Bytes of the element, in order; those of the last chunk may run over its end. */
  keep(bytes: Buffer): void {
    // one character more than is kept, so that the cut shows where one ends
    if (this.#length < rawLimit + 4) this.#head.push(bytes.subarray(0, rawLimit + 4 - this.#length));
    this.#length += bytes.length;
  }

  begin(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#skipped > 0 || this.#passedOver.has(name)) {
      this.#skipped += 1;
      return;
    }
    if (this.#open.length >= deepest) throw new Error(`elements nested more than ${deepest} deep`);
    const element: XmlElement = { name, attributes: localAttributes(attributes), children: [] };
    this.#root ??= element;
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }

  text(text: string): void {
    // line breaks between elements are indentation
    if (this.#skipped > 0 || (text.charCodeAt(0) === lineFeed && text.trim() === '')) return;
    this.#open.at(-1)?.children.push(text);
  }

  /** True when the element itself ends. */
  end(): boolean {
    if (this.#skipped > 0) this.#skipped -= 1;
    else this.#open.pop();
    return this.#open.length === 0 && this.#skipped === 0;
  }

  /** @param length bytes of the whole element */
  raw(length: number): string {
    return clipBytes(Buffer.concat(this.#head).subarray(0, length));
  }
}

function localAttributes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const name in attributes) if (name !== '') return withoutPrefixes(attributes);
  return noAttributes;
}

function withoutPrefixes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const names = Object.entries(attributes).filter(([name]) => !name.startsWith('xmlns'));
  return Object.fromEntries(names.map(([name, value]) => [name.slice(name.indexOf(':') + 1), value]));
}
