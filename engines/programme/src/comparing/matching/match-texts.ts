import { bestAssignment } from './best-assignment.js';
import { type AlikePair, alikePairs, type LikenessBy } from './likeness.js';
import { letterPairs, lettersOf } from './word-pairs.js';

/** A text to be matched, folded. */
export interface MatchedText {
  readonly folded: string;
  /** Decides between texts that are equally alike. */
  readonly place: string;
}

export interface MatchingRule {
  readonly by: LikenessBy;
  /** Texts less alike are no pair. */
  readonly least: number;
}

/** How much the same place counts: less than any difference of words that matters. */
const samePlace = 0.001;

/**
 * Pairs the texts of two lists: those with the same letters first, in their order; the others so that the sum of likeness is
 * greatest. Each text is in one pair at most.
 */
export function matchTexts(
  before: readonly MatchedText[],
  after: readonly MatchedText[],
  { by, least }: MatchingRule,
): AlikePair[] {
  const same = sameLetters(before, after);
  const left = before.flatMap((text, index) => (same.some((pair) => pair.before === index) ? [] : [{ text, index }]));
  const right = after.flatMap((text, index) => (same.some((pair) => pair.after === index) ? [] : [{ text, index }]));
  const pairsOf = (list: typeof left) => list.map(({ text }) => letterPairs(text.folded));
  const alike = alikePairs(pairsOf(left), pairsOf(right), by, least);
  const chosen = groupsOf(alike).flatMap((group) => {
    const rows = [...new Set(group.map((pair) => pair.before))].sort((a, b) => a - b);
    const columns = [...new Set(group.map((pair) => pair.after))].sort((a, b) => a - b);
    const found = new Map(group.map((pair) => [`${pair.before} ${pair.after}`, pair]));
    const at = (row: number, column: number) => found.get(`${row} ${column}`);
    const weights = rows.map((row) =>
      columns.map((column) => {
        const near = left[row]?.text.place === right[column]?.text.place ? samePlace : 0;
        const pair = at(row, column);
        return pair === undefined ? 0 : pair.likeness + near;
      }),
    );
    return bestAssignment(weights).flatMap((column, index) => {
      const pair = column === null ? undefined : at(rows[index] ?? -1, columns[column] ?? -1);
      return pair === undefined ? [] : [pair];
    });
  });
  return [
    ...same,
    ...chosen.map(({ likeness, ...pair }) => ({
      before: left[pair.before]?.index ?? 0,
      after: right[pair.after]?.index ?? 0,
      likeness,
    })),
  ];
}

/** Texts with the same letters: first those that also have the same place. */
function sameLetters(before: readonly MatchedText[], after: readonly MatchedText[]): AlikePair[] {
  const taken = { before: new Set<number>(), after: new Set<number>() };
  const pairs: AlikePair[] = [];
  const pairBy = (keyOf: (text: MatchedText) => string) => {
    const waiting = new Map<string, number[]>();
    for (const [index, text] of after.entries()) {
      if (!taken.after.has(index)) waiting.set(keyOf(text), [...(waiting.get(keyOf(text)) ?? []), index]);
    }
    for (const [index, text] of before.entries()) {
      const match = taken.before.has(index) ? undefined : waiting.get(keyOf(text))?.shift();
      if (match === undefined || lettersOf(text.folded) === '') continue;
      taken.before.add(index);
      taken.after.add(match);
      pairs.push({ before: index, after: match, likeness: 1 });
    }
  };
  pairBy((text) => `${lettersOf(text.folded)}\n${text.place}`);
  pairBy((text) => lettersOf(text.folded));
  return pairs;
}

/** Pairs that hang together by a text of either list. */
function groupsOf(pairs: readonly AlikePair[]): AlikePair[][] {
  const groupOf = new Map<string, AlikePair[]>();
  for (const pair of pairs) {
    const [left, right] = [`before ${pair.before}`, `after ${pair.after}`];
    const known = groupOf.get(left) ?? [];
    const other = groupOf.get(right) ?? [];
    const joined = known === other ? known : known.length >= other.length ? known : other;
    const moved = joined === known ? other : known;
    if (moved !== joined) joined.push(...moved);
    joined.push(pair);
    for (const one of moved) {
      groupOf.set(`before ${one.before}`, joined);
      groupOf.set(`after ${one.after}`, joined);
    }
    groupOf.set(left, joined);
    groupOf.set(right, joined);
  }
  return [...new Set(groupOf.values())];
}
