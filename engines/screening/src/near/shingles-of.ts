import { ShingleSets } from './exact.js';
import { FoldedText } from './folded-text.js';
import { rollingHashes, roomFor } from './hashing.js';
import type { TextField } from './model.js';
import { packTexts } from './packed-texts.js';
import { shingleWidth } from './sketch.js';

/** Distinct shingles of texts, one text behind the other. */
export interface FlatShingles {
  readonly shingles: Int32Array;
  /** Where those of each text begin, and after the last the end. */
  readonly starts: Int32Array;
}

/** The distinct shingles of texts, by their hashes of 32 bits: what other programs are handed to be measured beside. */
export function shinglesOf(field: TextField, texts: readonly string[]): FlatShingles {
  const sets = new ShingleSets(field);
  const packed = packTexts(texts);
  const starts = new Int32Array(texts.length + 1);
  let shingles: Int32Array<ArrayBuffer> = new Int32Array(1024);
  for (let index = 0; index < texts.length; index += 1) {
    const own = sets.ofPacked(packed, index);
    const from = starts[index] as number;
    starts[index + 1] = from + own.length;
    shingles = roomFor(shingles, from + own.length);
    shingles.set(own, from);
  }
  return { shingles: shingles.subarray(0, starts[texts.length]), starts };
}

/** Reads texts and hashes each of their shingles once, and nothing else: the least that comparing takes. Gives how many there were. */
export function readShingles(field: TextField, texts: readonly string[]): number {
  const folded = new FoldedText();
  let runs: Int32Array<ArrayBuffer> = new Int32Array(1024);
  let count = 0;
  for (let from = 0; from < texts.length; from += 2048) {
    const { units, starts } = packTexts(texts.slice(from, from + 2048));
    for (let index = 0; index + 1 < starts.length; index += 1) {
      folded.fold(units, starts[index] as number, starts[index + 1] as number);
      runs = roomFor(runs, folded.count);
      count += rollingHashes(folded.words, folded.count, shingleWidth(field, folded.byWords), runs);
    }
  }
  return count;
}
