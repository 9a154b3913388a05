import type { Row } from './pdf-page.js';

/** How far down and up a page headers and footers reach, in lines. */
const reach = 3;
const pageNumber =
  /^[\s\-—–―·.•~]*(?:第\s*)?(?:page\s*)?\d{1,4}(?:\s*页)?(?:\s*(?:[/／,，]|of|共)?\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[\s\-—–―·.•~]*$/i;

/** The rows of pages without headers, footers and page numbers: what returns at the same height of several pages. */
export function withoutFurniture(pages: readonly (readonly Row[])[]): Row[][] {
  const edges = pages.map(edgesOf);
  const heights = new Map<string, number[]>();
  for (const row of edges.flat()) {
    for (const key of keysOf(row)) {
      const met = heights.get(key);
      if (met === undefined) heights.set(key, [row.baseline]);
      else met.push(row.baseline);
    }
  }
  const least = Math.max(2, Math.ceil(pages.length * 0.3));
  const returns = (row: Row): boolean =>
    keysOf(row).some((key) => (heights.get(key) ?? []).filter((y) => Math.abs(y - row.baseline) < 4).length >= least);
  return pages.map((rows, index) => {
    const edge = new Set(edges[index]);
    const [top, bottom] = [rows.at(0), lowest(rows)];
    return rows.filter((row) => {
      if (!edge.has(row)) return true;
      return !returns(row) && !((row === bottom || row === top) && isOwnNumber(row));
    });
  });
}

function edgesOf(rows: readonly Row[]): Row[] {
  const byHeight = rows.toSorted((a, b) => a.baseline - b.baseline);
  return byHeight.length <= 2 * reach ? byHeight : [...byHeight.slice(0, reach), ...byHeight.slice(-reach)];
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

function lowest(rows: readonly Row[]): Row | undefined {
  return rows.toSorted((a, b) => b.baseline - a.baseline).at(0);
}
