import type { LostClasses } from './capped-buckets.js';
import { GrowingWords } from './growing-words.js';
import { LinkColumns } from './link-columns.js';
import type { Recombined } from './recombination.js';
import { ShingleBits, wordsOfBits } from './shingle-bits.js';
import { bands } from './signature.js';
import type { Sketches } from './sketch.js';
import { TextClasses } from './text-classes.js';

/** What is kept of all texts taken in: sketches by class, and what came of comparing. Texts are not in it. */
export class NearState {
  readonly classes = new TextClasses();
  /** Band by band the key of each class. */
  readonly keys: readonly GrowingWords[] = Array.from({ length: bands }, () => new GrowingWords());
  readonly bits = new ShingleBits();
  readonly fingerprints = new GrowingWords();
  /** Where the fingerprints of each class begin, and after the last the end. */
  readonly starts = new GrowingWords();
  /** The class of empty texts; -1: there is none. */
  empty = -1;
  readonly links = new LinkColumns();
  readonly recombined = new Map<number, Recombined>();
  /** Buckets that were over the cap. */
  cappedBands: readonly number[] = [];
  cappedFingerprints: readonly number[] = [];
  /** Classes at the beginning that were joined with each other; those behind wait for the next taking in. */
  joined = 0;
  /** Buckets that were over the cap, with the classes that each lost since. */
  readonly lostBands: LostClasses = new Map();
  readonly lostFingerprints: LostClasses = new Map();
  /** Classes of which is to be judged anew from what they are patched. */
  readonly unsettled = new Set<number>();

  constructor() {
    this.starts.push(0);
  }

  /** Takes in the sketch of a class that is new. */
  addClass(sketches: Sketches, index: number): void {
    for (let band = 0; band < bands; band += 1)
      this.keys[band]?.push(sketches.keys[band * sketches.count + index] as number);
    const [from, to] = [sketches.fingerprintStarts[index] as number, sketches.fingerprintStarts[index + 1] as number];
    this.fingerprints.append(sketches.fingerprints.subarray(from, to));
    this.starts.push(this.fingerprints.length);
    const { bits, ones, shingles } = sketches;
    const one = this.classes.count - 1;
    this.bits.note(one, bits, wordsOfBits * index, ones[index] as number, shingles[index] as number);
    if (shingles[index] === 0) this.empty = one;
  }

  /** Takes over the sketch of a class of another state as that of the class that is new. */
  copyClass(from: NearState, one: number): void {
    for (const [band, keys] of this.keys.entries()) keys.push(from.keys[band]?.at(one) as number);
    const { words } = from.fingerprints;
    this.fingerprints.append(words.subarray(from.starts.at(one), from.starts.at(one + 1)));
    this.starts.push(this.fingerprints.length);
    this.bits.copy(this.classes.count - 1, from.bits, one);
    if (one === from.empty) this.empty = this.classes.count - 1;
  }
}
