import type { DefaultTreeAdapterTypes } from 'parse5';
import { numberText } from '../numerals/number-text.js';
import { attribute } from './shown.js';

type Element = DefaultTreeAdapterTypes.Element;

const formats: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};
const without = /list-style(?:-type)?\s*:[^;]*\bnone\b/i;

/** Counts the items of one list and says what stands before each. */
export class ListItems {
  readonly #ordered: boolean;
  readonly #bare: boolean;
  readonly #format: string;
  #next: number;

  constructor(list: Element | null) {
    this.#ordered = list?.tagName === 'ol';
    this.#bare = list !== null && without.test(attribute(list, 'style') ?? '');
    this.#format = formats[(list && attribute(list, 'type')) ?? ''] ?? 'decimal';
    this.#next = whole(list, 'start') ?? 1;
  }

  /** The number or bullet of the next item, with the space behind it. */
  mark(item: Element): string {
    if (!this.#ordered) return this.#bare ? '' : '• ';
    const value = whole(item, 'value') ?? this.#next;
    this.#next = value + 1;
    return this.#bare ? '' : `${numberText(value, this.#format)}. `;
  }
}

function whole(element: Element | null, name: string): number | null {
  const value = Number.parseInt((element && attribute(element, name)) ?? '', 10);
  return Number.isSafeInteger(value) ? value : null;
}
