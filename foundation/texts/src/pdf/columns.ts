import type { PageItem, PdfPage } from './pdf-page.js';

export interface ColumnPart {
  /** Rows of one key have the same margins. */
  readonly column: string;
  readonly lines: readonly (readonly PageItem[])[];
}

type Line = readonly PageItem[];

/** Lines that have to be on each side of a gap for it to part columns. */
const fewest = 8;

/**
 * The parts of a page in reading order: the whole of it, or, where running text stands in two columns, the left one before the right one,
 * between lines that go across both.
 */
export function columnParts(page: PdfPage, lines: readonly Line[]): ColumnPart[] {
  const gutter = gutterOf(page, lines);
  if (gutter === null) return [{ column: page.number % 2 === 0 ? 'even' : 'odd', lines }];
  const parts: ColumnPart[] = [];
  let [left, right]: [Line[], Line[]] = [[], []];
  const close = (): void => {
    if (left.length > 0) parts.push({ column: `${page.number} left`, lines: left });
    if (right.length > 0) parts.push({ column: `${page.number} right`, lines: right });
    [left, right] = [[], []];
  };
  for (const line of lines) {
    if (line.some((item) => crosses(item, gutter))) {
      close();
      parts.push({ column: `${page.number} across`, lines: [line] });
      continue;
    }
    const sides = [
      line.filter((item) => item.right <= gutter + 1),
      line.filter((item) => item.right > gutter + 1),
    ] as const;
    if (sides[0].length > 0) left.push(sides[0]);
    if (sides[1].length > 0) right.push(sides[1]);
  }
  close();
  return parts;
}

function gutterOf({ width }: PdfPage, lines: readonly Line[]): number | null {
  if (lines.length < fewest) return null;
  let best: { x: number; across: number } | null = null;
  for (let x = 0.4 * width; x <= 0.6 * width; x += 4) {
    const across = lines.filter((line) => line.some((item) => crosses(item, x))).length;
    if (best === null || across < best.across) best = { x, across };
  }
  if (best === null || best.across > 0.25 * lines.length) return null;
  const { x } = best;
  const apart = lines.filter((line) => !line.some((item) => crosses(item, x)));
  const left = apart.map((line) => line.filter((item) => item.right <= x + 1)).filter((line) => line.length > 0);
  const right = apart.map((line) => line.filter((item) => item.right > x + 1)).filter((line) => line.length > 0);
  return isRunningText(left) && isRunningText(right) ? x : null;
}

/** Running text fills most of its lines to the margin; columns of tables do not. */
function isRunningText(lines: readonly Line[]): boolean {
  if (lines.length < fewest) return false;
  const spans = lines.map((line) => ({ x: line[0]?.x ?? 0, right: largest(line.map(({ right }) => right)) }));
  const edge = largest(spans.map(({ right }) => right));
  const start = -largest(spans.map(({ x }) => -x));
  const full = spans.filter(({ x, right }) => right - x > 0.8 * (edge - start));
  const characters = lines.flat().reduce((sum, { text }) => sum + text.length, 0);
  return full.length >= 0.5 * lines.length && characters / lines.length >= 10;
}

/** `Math.max` takes no more values than the stack has room for. */
function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
}

function crosses({ x, right }: PageItem, at: number): boolean {
  return x < at - 1 && right > at + 1;
}
