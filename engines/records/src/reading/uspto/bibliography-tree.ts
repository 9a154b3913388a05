import type { XmlElement } from './xml-element.js';

/** Long lists of the bibliography that no canonical column needs. */
const passedOver = new Set([
  'references-cited',
  'us-references-cited',
  'field-of-search',
  'us-field-of-classification-search',
]);

const keptBelowRoot = new Set(['bibliographic-data', 'office-specific-data', 'abstract', 'claims']);

/**
 * The elements of one document that are kept: its bibliography, abstract and first claim; the others are only counted, so
 * that memory does not grow with the description.
 */
export class BibliographyTree {
  readonly #open: XmlElement[] = [];
  #skipped = 0;
  #root: XmlElement | null = null;
  #closed = false;

  /** The root element, as soon as its start tag is read. */
  get root(): XmlElement | null {
    return this.#root;
  }

  /** True once the root element is closed. */
  get closed(): boolean {
    return this.#closed;
  }

  /** True while elements are passed over. */
  get skips(): boolean {
    return this.#skipped > 0;
  }

  enter(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#skipped > 0 || !this.#wanted(name)) {
      this.#skipped += 1;
      return;
    }
    const element: XmlElement = { name, attributes, children: [] };
    this.#root ??= element;
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }

  leave(): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    this.#open.pop();
    this.#closed = this.#open.length === 0;
  }

  text(text: string): void {
    this.#open.at(-1)?.children.push(text);
  }

  #wanted(name: string): boolean {
    const parent = this.#open.at(-1);
    if (this.#open.length === 1) {
      return name.startsWith('us-bibliographic-data') || keptBelowRoot.has(name);
    }
    if (this.#open.length !== 2 || parent === undefined) return true;
    if (parent.name === 'claims') return !parent.children.some((child) => typeof child !== 'string');
    return !passedOver.has(name);
  }
}
