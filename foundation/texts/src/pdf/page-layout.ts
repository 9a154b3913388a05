import type { Row } from './pdf-page.js';

export interface Margins {
  readonly left: number;
  readonly right: number;
}

export interface PageLayout {
  /** Size of most letters, in points. */
  readonly size: number;
  /** From one line of the text to the next. */
  readonly leading: number;
  readonly marginsOf: (row: Row) => Margins;
}

/** How a text is laid out: what most of its lines have in common. */
export function pageLayout(rows: readonly Row[]): PageLayout {
  const size = mostOften(rows.map((row) => [Math.round(row.size * 2) / 2, row.text.length] as const)) ?? 10;
  const running = rows.filter((row) => Math.abs(row.size - size) < 0.12 * size && !row.text.includes('\t'));
  const steps = running.flatMap((row, index) => {
    const last = running[index - 1];
    const down = last?.page === row.page && last.column === row.column ? row.baseline - last.baseline : 0;
    return down > 0.5 * size && down < 4 * size ? [[Math.round(down * 2) / 2, 1] as const] : [];
  });
  const groups = new Map<string, Row[]>();
  for (const row of running) {
    const group = groups.get(row.column);
    if (group === undefined) groups.set(row.column, [row]);
    else group.push(row);
  }
  const whole = marginsOf(running.length > 0 ? running : rows);
  const margins = new Map([...groups].map(([column, group]) => [column, group.length < 6 ? whole : marginsOf(group)]));
  return { size, leading: mostOften(steps) ?? 1.5 * size, marginsOf: ({ column }) => margins.get(column) ?? whole };
}

/**
 * The outermost edges that several rows share: a single row may stand out of the text. Rows of a page that all end far
 * from its right edge are short ones, and the margin is taken to be as wide as the left one.
 */
function marginsOf(rows: readonly Row[]): Margins {
  const least = Math.max(2, Math.ceil(rows.length * 0.04));
  const lefts = rows.map(({ x }) => x).sort((a, b) => a - b);
  const rights = rows.map(({ right }) => right).sort((a, b) => b - a);
  const [left, right] = [sharedEdge(lefts, least), sharedEdge(rights, least)];
  const { pageWidth = 0, column = '' } = rows[0] ?? {};
  const short = /^(?:odd|even)$/.test(column) && right < 0.75 * pageWidth;
  return { left, right: short ? Math.max(right, pageWidth - left) : right };
}

function sharedEdge(edges: readonly number[], least: number): number {
  const shared = edges.find(
    (edge, index) => Math.abs((edges[index + least - 1] ?? Number.POSITIVE_INFINITY) - edge) < 3,
  );
  return shared ?? edges[0] ?? 0;
}

function mostOften(values: readonly (readonly [number, number])[]): number | null {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
