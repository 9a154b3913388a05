import type { DefaultTreeAdapterTypes } from 'parse5';
import type { DraftLine, LineKind } from '../text-document.js';
import { joinWideLines } from '../wide-character.js';
import { tableLines } from './html-table.js';
import { ListItems } from './list-items.js';
import { isShown } from './shown.js';

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

const blocks = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'body',
    'caption',
    'center',
    'dd',
    'details',
    'dialog',
    'dir',
    'div',
  ],
  ...[
    'dl',
    'dt',
    'fieldset',
    'figcaption',
    'figure',
    'footer',
    'form',
    'header',
    'hgroup',
    'hr',
    'html',
    'legend',
    'li',
  ],
  ...['main', 'menu', 'nav', 'ol', 'p', 'pre', 'search', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th'],
  ...['thead', 'tr', 'ul', 'listing', 'xmp', 'plaintext'],
]);
const kept = new Set(['pre', 'listing', 'xmp', 'plaintext']);

interface Block {
  readonly kind: LineKind;
  readonly level: number | null;
}

/** The lines that elements give, in the order of the page. */
export function linesOf(node: ParentNode): DraftLine[] {
  const reader = new HtmlLines();
  reader.read(node);
  return reader.end();
}

class HtmlLines {
  readonly #lines: DraftLine[] = [];
  readonly #lists: ListItems[] = [];
  #pieces: string[] = [];
  #block: Block = { kind: 'paragraph', level: null };
  #mark: string | null = null;
  #preserving = false;

  end(): DraftLine[] {
    this.#flush();
    return this.#lines;
  }

  read(node: ParentNode): void {
    for (const child of node.childNodes) {
      if ('value' in child) this.#text(child.value);
      else if ('tagName' in child) this.#element(child);
    }
  }

  #element(element: Element): void {
    const { tagName } = element;
    if (!isShown(element)) return;
    if (tagName === 'br') this.#flush();
    else if (tagName === 'table') {
      this.#flush();
      for (const line of tableLines(element, linesOf)) this.#lines.push(line);
    } else if (/^h[1-6]$/.test(tagName)) this.#inside(element, { kind: 'heading', level: Number(tagName[1]) });
    else if (tagName === 'li') this.#item(element);
    else if (tagName === 'ol' || tagName === 'ul' || tagName === 'menu' || tagName === 'dir') this.#list(element);
    else if (blocks.has(tagName)) this.#inside(element, this.#block);
    else this.read(element);
  }

  #inside(element: Element, block: Block): void {
    const [outer, preserving] = [this.#block, this.#preserving];
    this.#flush();
    this.#block = block;
    if (kept.has(element.tagName)) this.#preserving = true;
    this.read(element);
    this.#flush();
    this.#block = outer;
    this.#preserving = preserving;
  }

  #list(element: Element): void {
    this.#flush();
    this.#lists.push(new ListItems(element));
    this.#inside(element, { kind: 'paragraph', level: null });
    this.#lists.pop();
  }

  #item(element: Element): void {
    const list = this.#lists.at(-1) ?? new ListItems(null);
    this.#flush();
    const outer = this.#mark;
    this.#mark = list.mark(element);
    this.#inside(element, { kind: 'paragraph', level: null });
    this.#mark = outer;
  }

  #text(text: string): void {
    if (!this.#preserving) {
      this.#pieces.push(text);
      return;
    }
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) this.#flush();
      this.#pieces.push(line);
    }
  }

  #flush(): void {
    const text = this.#preserving ? keptText(this.#pieces.join('')) : flowingText(this.#pieces.join(''));
    this.#pieces = [];
    if (text.trim() === '') return;
    const mark = this.#mark;
    this.#mark = null;
    const item = mark !== null && this.#block.kind === 'paragraph';
    const block = item ? { kind: 'list' as const, level: Math.max(1, this.#lists.length) } : this.#block;
    this.#lines.push({ text: `${mark ?? ''}${text}`, page: null, ...block });
  }
}

function flowingText(text: string): string {
  return joinWideLines(text)
    .replaceAll(/[ \t\n\r\f]+/g, ' ')
    .trim();
}

function keptText(text: string): string {
  return text.replaceAll(/[\t\r\f]/g, ' ').trimEnd();
}
