import { SaxesParser } from 'saxes';
import { BibliographyTree } from './bibliography-tree.js';
import type { XmlElement } from './xml-element.js';

/**
 * Parses one document strictly and keeps its bibliography, abstract and first claim; the rest is only checked for
 * well-formedness. Entities other than the five of XML and character references are errors; the DOCTYPE is read past and
 * never acted on.
 */
export class BibliographyParser {
  readonly #parser = new SaxesParser();
  readonly #tree = new BibliographyTree();
  #encoding: string | null = null;
  readonly #onText = (text: string): void => this.#tree.text(text);

  constructor() {
    this.#parser.on('xmldecl', (declaration) => {
      this.#encoding = declaration.encoding ?? null;
    });
    this.#parser.on('opentag', (tag) => this.#change(() => this.#tree.enter(tag.name, tag.attributes)));
    this.#parser.on('closetag', () => this.#change(() => this.#tree.leave()));
    this.#listen(true);
  }

  /** The encoding that the XML declaration states; null when it states none. */
  get encoding(): string | null {
    return this.#encoding;
  }

  /** The root element, as soon as its start tag is read. */
  get root(): XmlElement | null {
    return this.#tree.root;
  }

  /** True once the root element is closed. */
  get closed(): boolean {
    return this.#tree.closed;
  }

  /** Throws an `Error` with line and column within the document where the XML is not well-formed. */
  write(text: string): void {
    this.#parser.write(text);
  }

  /** Throws when the document is not complete. */
  close(): void {
    this.#parser.close();
  }

  #change(step: () => void): void {
    const skipped = this.#tree.skips;
    step();
    if (this.#tree.skips !== skipped) this.#listen(skipped);
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
