/**
 * The candidate nearest to `word` by edit distance over code points, if one is near enough to be a slip
 * (at most a third of its length, at least one); null otherwise.
 */
export function nearestWord(word: string, candidates: Iterable<string>): string | null {
  const letters = [...word.toLowerCase()];
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(letters.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(letters, [...candidate.toLowerCase()], bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function editDistance(a: readonly string[], b: readonly string[], limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of a.entries()) {
    const current = [i + 1];
    for (const [j, other] of b.entries()) {
      const substitution = (previous[j] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(substitution, (previous[j + 1] ?? 0) + 1, (current[j] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? limit;
}
