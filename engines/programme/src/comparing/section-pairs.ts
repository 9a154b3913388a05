import type { ComparedSide } from './comparison.js';
import { bestAssignment } from './matching/best-assignment.js';
import { alikePairs } from './matching/likeness.js';
import { letterPairs } from './matching/word-pairs.js';

/**
 * Which section of the later side answers each section of the earlier: the one that shares most items with it, headings deciding
 * between equals; so a heading that is worded anew moves nothing.
 */
export function answeringSections(
  before: ComparedSide,
  after: ComparedSide,
  pairs: readonly { readonly before: number; readonly after: number }[],
  fold: (text: string) => string,
): ReadonlyMap<number, number> {
  const weights = before.sections.map(() => after.sections.map(() => 0));
  const add = (row: number, column: number, weight: number) => {
    const line = weights[row];
    if (line !== undefined) line[column] = (line[column] ?? 0) + weight;
  };
  for (const pair of pairs) add(before.items[pair.before]?.section ?? -1, after.items[pair.after]?.section ?? -1, 1);
  const headings = (side: ComparedSide) => side.sections.map(({ title }) => letterPairs(fold(title ?? '')));
  for (const pair of alikePairs(headings(before), headings(after), 'whole', 0.5)) {
    add(pair.before, pair.after, pair.likeness / 2);
  }
  return new Map(
    bestAssignment(weights).flatMap((column, row) =>
      column === null || (weights[row]?.[column] ?? 0) === 0 ? [] : [[row, column] as const],
    ),
  );
}
