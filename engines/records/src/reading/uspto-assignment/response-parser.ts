import { SaxesParser } from 'saxes';
import { type DeedFields, deedFieldNames } from './deed-fields.js';

const docPath = ['response', 'result', 'doc'];

/**
 * Parses the answer of the assignment search strictly: `response`, `result`, in it one `doc` for each deed with fields
 * that hold a value or a list of values. Entities other than the five of XML and character references are errors; a
 * DOCTYPE is read past and never acted on.
 */
export class ResponseParser {
  readonly #parser = new SaxesParser();
  readonly #path: string[] = [];
  #encoding: string | null = null;
  #root: string | null = null;
  #closed = false;
  #hasResult = false;
  /** Of the open `doc`. */
  #fields: Map<string, string[]> | null = null;
  #ended: DeedFields | null = null;
  /** Name of the open field, when it is one that is kept. */
  #field: string | null = null;
  #isList = false;
  #value: string[] | null = null;
  /** UTF-16 units written, and those before the last text. */
  #written = 0;
  #before = 0;

  constructor() {
    this.#parser.on('xmldecl', (declaration) => {
      this.#encoding = declaration.encoding ?? null;
    });
    this.#parser.on('opentag', (tag) => this.#enter(tag.name, tag.attributes.name ?? ''));
    this.#parser.on('closetag', () => this.#leave());
    const onText = (text: string): void => {
      this.#value?.push(text);
    };
    this.#parser.on('text', onText);
    this.#parser.on('cdata', onText);
  }

  /** The encoding that the XML declaration states; null when it states none. */
  get encoding(): string | null {
    return this.#encoding;
  }

  /** Name of the root element, once its start tag is read. */
  get root(): string | null {
    return this.#root;
  }

  /** True once the root element is closed. */
  get closed(): boolean {
    return this.#closed;
  }

  /** True once a `result` has begun: an answer without one tells of an error, not of no deeds. */
  get hasResult(): boolean {
    return this.#hasResult;
  }

  /** True inside a `doc`. */
  get inDoc(): boolean {
    return this.#fields !== null;
  }

  /** Line and column, both from 1, of the last character read. */
  get place(): { line: number; column: number } {
    return { line: this.#parser.line, column: this.#parser.column };
  }

  /** How many UTF-16 units of the last text written were read. */
  get readOfLast(): number {
    return this.#parser.position - this.#before;
  }

  /** Reads on; `text` holds the end of one `doc` at most. Throws an `Error` where the XML is not well-formed. */
  write(text: string): void {
    this.#before = this.#written;
    this.#written += text.length;
    this.#parser.write(text);
  }

  /** What the `doc` says that the last text ended, taken once; null when it ended none. */
  takeDoc(): DeedFields | null {
    const doc = this.#ended;
    this.#ended = null;
    return doc;
  }

  /** Throws when the file is not complete. */
  close(): void {
    this.#parser.close();
  }

  #enter(element: string, name: string): void {
    this.#root ??= element;
    this.#path.push(element);
    const depth = this.#path.length;
    if (depth > docPath.length) {
      if (depth === docPath.length + 1) this.#enterField(element, name);
      else if (depth === docPath.length + 2 && this.#isList && this.#field !== null) this.#value = [];
    } else if (this.#path.every((step, index) => step === docPath[index])) {
      if (depth === 2) this.#hasResult = true;
      if (depth === 3) this.#fields = new Map();
    }
  }

  #enterField(element: string, name: string): void {
    if (this.#fields === null || !deedFieldNames.has(name)) return;
    this.#field = name;
    this.#isList = element === 'arr';
    if (!this.#fields.has(name)) this.#fields.set(name, []);
    if (!this.#isList) this.#value = [];
  }

  #leave(): void {
    const depth = this.#path.length;
    if (this.#value !== null && depth === docPath.length + (this.#isList ? 2 : 1)) {
      this.#fields?.get(this.#field ?? '')?.push(this.#value.join(''));
      this.#value = null;
    }
    if (depth === docPath.length + 1) this.#field = null;
    if (depth === docPath.length && this.#fields !== null) {
      this.#ended = this.#fields;
      this.#fields = null;
    }
    this.#path.pop();
    this.#closed = this.#path.length === 0;
  }
}
