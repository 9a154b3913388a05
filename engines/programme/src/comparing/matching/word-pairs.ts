/** A text as it is matched: pairs of neighbouring letters, each once. */
export type LetterPairs = ReadonlySet<string>;

const letter = /[\p{Letter}\p{Number}%]/u;

/** The letters of a folded text, without blanks and punctuation. */
export function lettersOf(folded: string): string {
  return [...folded.toLowerCase()].filter((character) => letter.test(character)).join('');
}

/** Every two letters that stand beside each other; of a single letter that letter. */
export function letterPairs(folded: string): LetterPairs {
  const letters = [...lettersOf(folded)];
  if (letters.length === 1) return new Set(letters);
  return new Set(letters.slice(1).map((one, index) => `${letters[index]}${one}`));
}

/** How much each pair tells: the rarer among the texts, the more (inverse document frequency, ln(1 + n ÷ texts that have it)). */
export function pairWeights(texts: readonly LetterPairs[]): (pair: string) => number {
  const counts = new Map<string, number>();
  for (const text of texts) for (const pair of text) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return (pair) => Math.log(1 + texts.length / (counts.get(pair) ?? 1));
}
