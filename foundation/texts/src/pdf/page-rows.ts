import { endsInWide, startsWithWide } from '../wide-character.js';
import { columnParts } from './columns.js';
import type { PageItem, PdfPage, Row } from './pdf-page.js';

/** The lines of a page in the order in which they are read. */
export function rowsOf(page: PdfPage): Row[] {
  const parts = columnParts(page, baselines(withoutDoubles(page.items)));
  return parts.flatMap(({ column, lines }) => lines.map((items) => toRow(items, page, column)));
}

/** Items by the line they stand on; small raised ones stand on that of the larger ones beside them. */
export function baselines(items: readonly PageItem[]): PageItem[][] {
  const lines: PageItem[][] = [];
  let [baseline, size] = [Number.NEGATIVE_INFINITY, 0];
  for (const item of items.toSorted((a, b) => a.baseline - b.baseline || a.x - b.x)) {
    const line = lines.at(-1);
    if (line === undefined || item.baseline - baseline > 0.45 * Math.max(size, item.size)) {
      lines.push([item]);
      [baseline, size] = [item.baseline, item.size];
    } else {
      line.push(item);
      if (item.size > size) [baseline, size] = [item.baseline, item.size];
    }
  }
  return lines.map((line) => line.toSorted((a, b) => a.x - b.x));
}

/** Bold letters are often made by drawing a text twice, a little aside. */
function withoutDoubles(items: readonly PageItem[]): PageItem[] {
  const drawn = new Map<string, PageItem[]>();
  return items.filter((item) => {
    const same = drawn.get(item.text) ?? [];
    const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.1 * item.size;
    if (same.slice(-4).some((other) => near(other.x, item.x) && near(other.baseline, item.baseline))) return false;
    same.push(item);
    drawn.set(item.text, same);
    return true;
  });
}

function toRow(items: readonly PageItem[], { number, height, width }: PdfPage, column: string): Row {
  let [text, right] = ['', Number.NaN];
  for (const item of items) {
    text += `${separator(text, item, item.x - right)}${item.text}`;
    right = Math.max(Number.isNaN(right) ? item.right : right, item.right);
  }
  const [largest] = items.toSorted((a, b) => b.size - a.size);
  const { baseline = 0, size = 0 } = largest ?? {};
  const joined = text
    .replaceAll(/ *\t */g, '\t')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  return {
    page: number,
    depth: baseline / height,
    pageWidth: width,
    text: joined,
    x: items[0]?.x ?? 0,
    right,
    baseline,
    size,
    column,
  };
}

function separator(before: string, { text, size }: PageItem, gap: number): string {
  if (before === '' || Number.isNaN(gap)) return '';
  if (gap > 2.5 * size) return '\t';
  const wide = endsInWide(before) || startsWithWide(text);
  return gap > (wide ? 0.7 : 0.15) * size ? ' ' : '';
}
