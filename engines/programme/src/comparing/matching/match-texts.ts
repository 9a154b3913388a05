import { bestAssignment } from './best-assignment.js';
import { hangingTogether } from './hanging-together.js';
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
  const known = { before: new Set(same.map((pair) => pair.before)), after: new Set(same.map((pair) => pair.after)) };
  const left = before.flatMap((text, index) => (known.before.has(index) ? [] : [{ text, index }]));
  const right = after.flatMap((text, index) => (known.after.has(index) ? [] : [{ text, index }]));
  const pairsOf = (list: typeof left) => list.map(({ text }) => letterPairs(text.folded));
  const alike = alikePairs(pairsOf(left), pairsOf(right), by, least);
  const chosen = hangingTogether(alike).flatMap(({ rows, columns, pairs }) => {
    const [rowOf, columnOf] = [placesOf(rows), placesOf(columns)];
    const likeness = rows.map(() => new Float64Array(columns.length));
    const weights = rows.map(() => new Float64Array(columns.length));
    for (const pair of pairs) {
      const [row, column] = [rowOf.get(pair.before) ?? -1, columnOf.get(pair.after) ?? -1];
      const near = left[pair.before]?.text.place === right[pair.after]?.text.place ? samePlace : 0;
      likeness[row]?.fill(pair.likeness, column, column + 1);
      weights[row]?.fill(pair.likeness + near, column, column + 1);
    }
    return bestAssignment(weights).flatMap((column, row) => {
      const alikeness = column === null ? 0 : (likeness[row]?.[column] ?? 0);
      // Where nothing is in common, nothing is a pair.
      return alikeness === 0
        ? []
        : [{ before: rows[row] ?? -1, after: columns[column ?? -1] ?? -1, likeness: alikeness }];
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

const placesOf = (texts: readonly number[]) => new Map(texts.map((text, place) => [text, place] as const));
