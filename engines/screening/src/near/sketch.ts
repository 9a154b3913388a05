import { FoldedText } from './folded-text.js';
import { hashOfWords, rollingHashes, roomFor } from './hashing.js';
import type { TextField } from './model.js';
import type { PackedTexts } from './packed-texts.js';
import { wordsOfBits, writeShingleBits } from './shingle-bits.js';
import { bands, writeBandKeys } from './signature.js';
import { Winnowing } from './winnowing.js';

/** Of the algorithm: what is stored by another is of no use. */
export const sketchVersion = 2;

/**
 * How many characters or words make a shingle. Three characters tell one subject from another and still stand an edit; titles of some six
 * words would lose most of their shingles of three words by one exchanged word, so theirs are of two.
 */
export function shingleWidth(field: TextField, byWords: boolean): number {
  return byWords && field === 'title' ? 2 : 3;
}

/** What is kept of texts, column by column. */
export interface Sketches {
  readonly count: number;
  /** Four words a text; of equal folded texts the same. */
  readonly hashes: Uint32Array<ArrayBuffer>;
  /** Band by band, a key a text; those of an empty text are 0. */
  readonly keys: Uint32Array<ArrayBuffer>;
  /** Fingerprints of all texts one behind the other, and where each begins. */
  readonly fingerprints: Int32Array<ArrayBuffer>;
  readonly fingerprintStarts: Int32Array<ArrayBuffer>;
  /** Runs counted as shingles, repeated ones too; 0: the text is empty when folded. */
  readonly shingles: Int32Array<ArrayBuffer>;
  /** 32 words a text, and how many of their bits are set. */
  readonly bits: Uint32Array<ArrayBuffer>;
  readonly ones: Int32Array<ArrayBuffer>;
}

/** Sketches texts of one field; keeps its working memory from one batch to the next. */
export class Sketcher {
  readonly #field: TextField;
  readonly #folded = new FoldedText();
  readonly #winnowing = new Winnowing();
  #shingles: Int32Array<ArrayBuffer> = new Int32Array(1024);
  #fingerprints: Int32Array<ArrayBuffer> = new Int32Array(1 << 16);

  constructor(field: TextField) {
    this.#field = field;
  }

  /** Sketches texts; `fingerprints`: whether those are wanted. */
  sketch({ units, starts }: PackedTexts, fingerprinted: boolean): Sketches {
    const count = starts.length - 1;
    const hashes = new Uint32Array(4 * count);
    const keys = new Uint32Array(bands * count);
    const fingerprintStarts = new Int32Array(count + 1);
    const shingles = new Int32Array(count);
    const bits = new Uint32Array(wordsOfBits * count);
    const ones = new Int32Array(count);
    const folded = this.#folded;
    let fingerprints = 0;
    for (let index = 0; index < count; index += 1) {
      folded.fold(units, starts[index] as number, starts[index + 1] as number);
      hashOfWords(folded.characters, folded.characterCount, hashes, 4 * index);
      this.#shingles = roomFor(this.#shingles, folded.count);
      const width = shingleWidth(this.#field, folded.byWords);
      const runs = rollingHashes(folded.words, folded.count, width, this.#shingles);
      shingles[index] = runs;
      if (runs > 0) {
        writeBandKeys(this.#shingles, runs, keys, index, count);
        ones[index] = writeShingleBits(this.#shingles, runs, bits, wordsOfBits * index);
      }
      if (fingerprinted) {
        const found = this.#winnowing.take(folded.words, folded.count, folded.byWords);
        this.#fingerprints = roomFor(this.#fingerprints, fingerprints + found);
        for (let one = 0; one < found; one += 1)
          this.#fingerprints[fingerprints + one] = this.#winnowing.kept[one] as number;
        fingerprints += found;
      }
      fingerprintStarts[index + 1] = fingerprints;
    }
    return {
      count,
      hashes,
      keys,
      shingles,
      bits,
      ones,
      fingerprintStarts,
      fingerprints: this.#fingerprints.slice(0, fingerprints),
    };
  }
}
