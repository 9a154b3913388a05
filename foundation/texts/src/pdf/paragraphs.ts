import type { DraftLine } from '../text-document.js';
import { endsInWide, startsWithWide } from '../wide-character.js';
import { type Margins, pageLayout } from './page-layout.js';
import type { Row } from './pdf-page.js';

const itemStart = /^(?:\d{1,3}[.)]|\(?[a-z\d]{1,3}\)|[•·▪■◆–-])\s/i;

/**
 * Joins the rows of all pages into paragraphs, over the ends of pages too. A row goes on with the one before when that one
 * fills its line, and it neither is indented nor stands apart nor has letters of another size.
 */
export function paragraphsOf(rows: readonly Row[]): DraftLine[] {
  const layout = pageLayout(rows);
  const lines: DraftLine[] = [];
  let [text, first, last]: [string, Row | null, Row | null] = ['', null, null];
  const close = (): void => {
    if (first !== null) lines.push({ text, page: first.page, ...kindOf(first, text, layout.size) });
  };
  for (const row of rows) {
    if (last !== null && first !== null && goesOn(first, last, row, layout)) text = joined(text, row.text);
    else {
      close();
      [text, first] = [row.text, row];
    }
    last = row;
  }
  close();
  return lines;
}

function kindOf(first: Row, text: string, size: number): Pick<DraftLine, 'kind' | 'level'> {
  if (text.includes('\t')) return { kind: 'cell', level: null };
  return { kind: first.size > 1.12 * size && text.length <= 120 ? 'heading' : 'paragraph', level: null };
}

interface Layout {
  readonly leading: number;
  readonly marginsOf: (row: Row) => Margins;
}

function goesOn(first: Row, last: Row, row: Row, { leading, marginsOf }: Layout): boolean {
  if (last.text.includes('\t') || row.text.includes('\t')) return false;
  if (Math.abs(row.size - last.size) > 0.12 * last.size) return false;
  const down = row.baseline - last.baseline;
  if (row.page === last.page && row.column === last.column && down > 1.5 * Math.max(leading, last.size)) return false;
  const [before, margins] = [marginsOf(last), marginsOf(row)];
  if (before.right - last.right > room(row)) return false;
  const indent = row.x - margins.left;
  if (startsWithWide(row.text) || endsInWide(last.text)) return indent < 1.2 * row.size;
  if (itemStart.test(row.text)) return false;
  const step = indent - (last.x - before.left);
  if (step > 1.2 * row.size) return last === first && itemStart.test(first.text);
  return step > -1.2 * row.size || last === first;
}

/** What the first word of a row needs; signs that may not begin a line take one more with them. */
function room({ text, size }: Row): number {
  if (startsWithWide(text)) return 2.2 * size;
  const [word = ''] = text.split(/\s/, 1);
  return (0.6 * Math.min(word.length, 24) + 0.8) * size;
}

function joined(before: string, after: string): string {
  if (endsInWide(before) || startsWithWide(after)) return before + after;
  return /\p{L}-$/u.test(before) ? before + after : `${before} ${after}`;
}
