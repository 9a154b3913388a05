import type { AlikePair } from './likeness.js';

/** Pairs that hang together by a text of either list, with the texts of each list in order. */
export interface PairGroup {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly pairs: readonly AlikePair[];
}

/** The groups of pairs that share no text with one another, by their first pair: no pair of one decides about those of another. */
export function hangingTogether(pairs: readonly AlikePair[]): PairGroup[] {
  const rows = pairs.reduce((most, { before }) => Math.max(most, before + 1), 0);
  const size = pairs.reduce((most, { after }) => Math.max(most, rows + after + 1), rows);
  const over = Int32Array.from({ length: size }, (_, text) => text);
  /** The text that stands for all that hang together with this one; the way there grows shorter each time. */
  const topOf = (text: number): number => {
    let top = text;
    while ((over[top] ?? top) !== top) {
      const next = over[over[top] ?? top] ?? top;
      over[top] = next;
      top = next;
    }
    return top;
  };
  for (const { before, after } of pairs) {
    const [left, right] = [topOf(before), topOf(rows + after)];
    if (left !== right) over[Math.max(left, right)] = Math.min(left, right);
  }
  const groups = new Map<number, AlikePair[]>();
  for (const pair of pairs) {
    const top = topOf(pair.before);
    const known = groups.get(top);
    if (known === undefined) groups.set(top, [pair]);
    else known.push(pair);
  }
  const inOrder = (texts: Iterable<number>) => [...new Set(texts)].sort((a, b) => a - b);
  return [...groups.values()].map((group) => ({
    rows: inOrder(group.map(({ before }) => before)),
    columns: inOrder(group.map(({ after }) => after)),
    pairs: group,
  }));
}
