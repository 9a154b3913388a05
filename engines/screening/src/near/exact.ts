import { DistinctWords } from './distinct-words.js';
import { FoldedText } from './folded-text.js';
import { rollingHashes } from './hashing.js';
import type { TextField } from './model.js';
import { type PackedTexts, packTexts } from './packed-texts.js';
import { shingleWidth } from './sketch.js';

/** The distinct shingles of texts by their hashes, each once, and how many two texts share. */
export class ShingleSets {
  readonly #field: TextField;
  readonly #folded = new FoldedText();
  readonly #distinct = new DistinctWords();
  #held: Int32Array | null = null;

  constructor(field: TextField) {
    this.#field = field;
  }

  /** Those of one of some packed texts. */
  ofPacked({ units, starts }: PackedTexts, index: number): Int32Array {
    const folded = this.#folded;
    folded.fold(units, starts[index] as number, starts[index + 1] as number);
    const runs = new Int32Array(folded.count);
    const count = rollingHashes(folded.words, folded.count, shingleWidth(this.#field, folded.byWords), runs);
    this.#held = null;
    return runs.subarray(0, this.#distinct.compact(runs, count));
  }

  /** Those of one text. */
  of(text: string): Int32Array {
    return this.ofPacked(packTexts([text]), 0);
  }

  /** How many are in both of two lists; quickest where the first is that of the call before. */
  inBoth(one: Int32Array, other: Int32Array): number {
    if (this.#held !== one) this.#distinct.hold(one);
    this.#held = one;
    return this.#distinct.countHeld(other);
  }
}

/** How alike two texts are, exactly: shingles in both of those in either, and of those of the one with fewer; 0 for an empty text. */
export function compareTwo(
  field: TextField,
  a: string,
  b: string,
): { readonly jaccard: number; readonly containment: number } {
  const sets = new ShingleSets(field);
  const [one, other] = [sets.of(a), sets.of(b)];
  const both = sets.inBoth(one, other);
  if (both === 0) return { jaccard: 0, containment: 0 };
  return { jaccard: both / (one.length + other.length - both), containment: both / Math.min(one.length, other.length) };
}

/** Texts and pairs of them to be compared exactly, by their places in the list. */
export interface ExactOrder {
  readonly texts: PackedTexts;
  readonly pairs: Int32Array<ArrayBuffer>;
}

/** Of each pair: shingles of the one, of the other, in both. */
export function compareExactly(sets: ShingleSets, { texts, pairs }: ExactOrder): Int32Array<ArrayBuffer> {
  const known: Int32Array[] = [];
  for (let index = 0; index + 1 < texts.starts.length; index += 1) known.push(sets.ofPacked(texts, index));
  const counts = new Int32Array((pairs.length / 2) * 3);
  for (let pair = 0; 2 * pair < pairs.length; pair += 1) {
    const one = known[pairs[2 * pair] as number] as Int32Array;
    const other = known[pairs[2 * pair + 1] as number] as Int32Array;
    counts[3 * pair] = one.length;
    counts[3 * pair + 1] = other.length;
    counts[3 * pair + 2] = sets.inBoth(one, other);
  }
  return counts;
}
