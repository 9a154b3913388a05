import { type PageLayout, pageLayout } from './page-layout.js';
import type { Row } from './pdf-page.js';

/** How far down and up a page headers and footers reach, in lines. */
const reach = 3;
/** And as a part of its height. */
const edge = 0.15;
const pageNumber =
  /^[\s\-—–―·.•~]*(?:第\s*)?(?:page\s*)?\d{1,4}(?:\s*页)?(?:\s*(?:[/／,，]|of|共)?\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[\s\-—–―·.•~]*$/i;

/**
 * The rows of pages without headers, footers and page numbers: what stands apart from the text and returns at the same height
 * of several pages, or counts the pages.
 */
export function withoutFurniture(pages: readonly (readonly Row[])[]): Row[][] {
  const layout = pageLayout(pages.flat());
  const edges = pages.map((rows) => edgesOf(rows, layout));
  const met = new Returning(edges.flat());
  const least = Math.max(2, Math.ceil(pages.length * 0.3));
  return pages.map((rows, index) => {
    const apart = new Set(edges[index]);
    return rows.filter((row) => !apart.has(row) || !(met.times(row) >= least || isOwnNumber(row)));
  });
}

/** On how many pages rows return. */
class Returning {
  readonly #heights = new Map<string, { readonly page: number; readonly height: number }[]>();
  readonly #counting = new Map<number, Set<number>>();

  constructor(rows: readonly Row[]) {
    for (const row of rows) {
      const met = { page: row.page, height: row.baseline };
      for (const key of keysOf(row)) {
        const heights = this.#heights.get(key);
        if (heights === undefined) this.#heights.set(key, [met]);
        else heights.push(met);
      }
      const offset = offsetOf(row);
      if (offset !== null) this.#counting.set(offset, (this.#counting.get(offset) ?? new Set()).add(row.page));
    }
  }

  times(row: Row): number {
    const near = keysOf(row).map((key) => {
      const heights = (this.#heights.get(key) ?? []).filter(({ height }) => Math.abs(height - row.baseline) < 4);
      return new Set(heights.map(({ page }) => page)).size;
    });
    return Math.max(...near, this.#counting.get(offsetOf(row) ?? Number.NaN)?.size ?? 0);
  }
}

/** How far a page number is from the number of the page: of a row that is nothing else, or has it at one of its ends. */
function offsetOf({ text, page }: Row): number | null {
  const [digits] = /^\d{1,4}(?=\t|$)|(?<=\t)\d{1,4}$/.exec(text) ?? [];
  return digits === undefined ? null : Number(digits) - page;
}

/** The rows near the upper and lower edge of a page that stand apart from its text, or are in letters of another size. */
function edgesOf(rows: readonly Row[], layout: PageLayout): Row[] {
  const down = rows.toSorted((a, b) => a.baseline - b.baseline);
  const above = outerRows(down, layout).filter(({ depth }) => depth < edge);
  return [...above, ...outerRows(down.toReversed(), layout).filter(({ depth }) => depth > 1 - edge)];
}

function outerRows(rows: readonly Row[], { leading, size }: PageLayout): Row[] {
  const outer = rows.slice(0, reach);
  const inner = outer.findLastIndex((row, index) => {
    const next = rows[index + 1] ?? row;
    return Math.abs(next.baseline - row.baseline) > 1.35 * leading;
  });
  return outer.filter(
    (row, index) => index <= inner || Math.abs(row.size - size) > 0.12 * size || pageNumber.test(row.text),
  );
}

/** The text as it stands, and with its numbers as their distance from the number of the page. */
function keysOf({ text, page }: Row): string[] {
  if (!/\d/.test(text)) return [text];
  const moving = text.replaceAll(/\d+/g, (digits) => `#${Number(digits) - page}`);
  return pageNumber.test(text) ? [moving.replaceAll(/[\s\-—–―]/g, ''), text] : [moving, text];
}

/** A page number between dashes, which stands on a page of one alone too. */
function isOwnNumber({ text, page }: Row): boolean {
  return /^[-—–―]\s*\d{1,4}\s*[-—–―]$/.test(text) || text === `第${page}页` || text === `第 ${page} 页`;
}
