import { SaxesParser } from 'saxes';
import type { XmlElement } from './xml-element.js';

/** Long lists of the bibliography that no canonical column needs. */
const passedOver = new Set([
  'references-cited',
  'us-references-cited',
  'field-of-search',
  'us-field-of-classification-search',
]);

/**
 * Parses one document strictly and keeps its bibliography, abstract and first claim; the rest is only checked for
 * well-formedness, so that memory does not grow with the description. Entities other than the five of XML and
 * character references are errors; the DOCTYPE is read past and never acted on.
 */
export class BibliographyParser {
  readonly #parser = new SaxesParser();
  readonly #open: XmlElement[] = [];
  #skipped = 0;
  #root: XmlElement | null = null;
  #encoding: string | null = null;
  #closed = false;
  readonly #onText = (text: string): void => {
    this.#open.at(-1)?.children.push(text);
  };

  constructor() {
    this.#parser.on('xmldecl', (declaration) => {
      this.#encoding = declaration.encoding ?? null;
    });
    this.#parser.on('opentag', (tag) => this.#enter(tag.name, tag.attributes));
    this.#parser.on('closetag', () => this.#leave());
    this.#listen(true);
  }

  /** The encoding that the XML declaration states; null when it states none. */
  get encoding(): string | null {
    return this.#encoding;
  }

  /** The root element, as soon as its start tag is read. */
  get root(): XmlElement | null {
    return this.#root;
  }

  /** True once the root element is closed. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Throws an `Error` with line and column within the document where the XML is not well-formed. */
  write(text: string): void {
    this.#parser.write(text);
  }

  /** Throws when the document is not complete. */
  close(): void {
    this.#parser.close();
  }

  #enter(name: string, attributes: Record<string, string>): void {
    if (this.#skipped > 0 || !this.#wanted(name)) {
      if (this.#skipped === 0) this.#listen(false);
      this.#skipped += 1;
      return;
    }
    const element: XmlElement = { name, attributes, children: [] };
    this.#root ??= element;
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }

  #leave(): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      if (this.#skipped === 0) this.#listen(true);
      return;
    }
    this.#open.pop();
    this.#closed = this.#open.length === 0;
  }

  #wanted(name: string): boolean {
    const parent = this.#open.at(-1);
    if (this.#open.length === 1) {
      return name.startsWith('us-bibliographic-data') || name === 'abstract' || name === 'claims';
    }
    if (this.#open.length !== 2 || parent === undefined) return true;
    if (parent.name === 'claims') return !parent.children.some((child) => typeof child !== 'string');
    return !passedOver.has(name);
  }

  #listen(on: boolean): void {
    if (on) {
      this.#parser.on('text', this.#onText);
      this.#parser.on('cdata', this.#onText);
    } else {
      this.#parser.off('text');
      this.#parser.off('cdata');
    }
  }
}
