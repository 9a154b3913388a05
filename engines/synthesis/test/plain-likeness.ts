/** The likeness of texts written down plainly: arrays, one loop in another, nothing shared with the room. */

export function plainShingles(text: string): string[] {
  const kept = Array.from(text.normalize('NFKC').toLowerCase()).filter(
    (point) => !/\s/u.test(point) && !/\p{P}/u.test(point),
  );
  const found: string[] = [];
  for (let at = 2; at < kept.length; at += 1) {
    const run = kept.slice(at - 2, at + 1).join('');
    if (!found.includes(run)) found.push(run);
  }
  return found;
}

export function plainJaccard(one: string, other: string): number {
  const [a, b] = [plainShingles(one), plainShingles(other)];
  return a.filter((run) => b.includes(run)).length / new Set([...a, ...b]).size;
}

/** Share of the shingles of `inner` that are in `outer`. */
export function plainContainment(inner: string, outer: string): number {
  const [a, b] = [plainShingles(inner), plainShingles(outer)];
  return a.filter((run) => b.includes(run)).length / a.length;
}

/** Fewest characters put in, left out or replaced (Levenshtein). */
export function editDistance(one: string, other: string): number {
  const [a, b] = [Array.from(one), Array.from(other)];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, left] of a.entries()) {
    const next = [i + 1];
    for (const [j, right] of b.entries()) {
      next.push(Math.min((row[j] ?? 0) + (left === right ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The value that so great a share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Jaccard of every pair of texts. */
export function pairwiseJaccard(texts: readonly string[]): number[] {
  const sets = texts.map((text) => new Set(plainShingles(text)));
  return sets.flatMap((a, index) =>
    sets.slice(0, index).map((b) => {
      const both = [...a].filter((run) => b.has(run)).length;
      return both / (a.size + b.size - both);
    }),
  );
}
