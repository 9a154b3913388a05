import type { WordLikelihood } from './word-likelihood.js';

const longestWord = 8;
/** How far a word that closes over a gap reaches to either side. */
const reach = 5;

/**
 * The cheapest ways to read a text as words: from its beginning to each place and from each place to its end. With both,
 * what taking out any stretch would save is known without reading the text again.
 */
export class WordCosts {
  private readonly before: Float64Array;
  private readonly after: Float64Array;

  constructor(
    private readonly text: string,
    private readonly likelihood: WordLikelihood,
  ) {
    const { length } = text;
    this.before = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
    this.after = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
    this.before[0] = 0;
    this.after[length] = 0;
    const { before, after } = this;
    for (let end = 1; end <= length; end += 1) {
      for (let at = Math.max(0, end - longestWord); at < end; at += 1) {
        before[end] = Math.min(before[end] ?? 0, (before[at] ?? 0) + this.cost(text.slice(at, end)));
      }
    }
    for (let at = length - 1; at >= 0; at -= 1) {
      for (let end = at + 1; end <= Math.min(length, at + longestWord); end += 1) {
        after[at] = Math.min(after[at] ?? 0, (after[end] ?? 0) + this.cost(text.slice(at, end)));
      }
    }
  }

  /** How much cheaper the text is read when a stretch is taken out and what stood around it is read together. */
  saved(at: number, length: number): number {
    const { text, before, after } = this;
    const end = at + length;
    let best = (before[at] ?? 0) + (after[end] ?? 0);
    for (let left = 1; left <= Math.min(reach, at); left += 1) {
      for (let right = 1; right <= Math.min(reach, text.length - end); right += 1) {
        const joined = this.likelihood.word(text.slice(at - left, at) + text.slice(end, end + right));
        if (joined !== undefined) best = Math.min(best, (before[at - left] ?? 0) + joined + (after[end + right] ?? 0));
      }
    }
    return (before[text.length] ?? 0) - best;
  }

  private cost(word: string): number {
    return this.likelihood.word(word) ?? Number.POSITIVE_INFINITY;
  }
}
