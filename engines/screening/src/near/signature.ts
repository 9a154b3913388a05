import { finalised } from './hashing.js';

/** Rows of a signature, and how they are taken together: two texts meet where all rows of a band are the same. */
export const bands = 32;
export const rowsOfBand = 4;
const bins = bands * rowsOfBand;
/** So many bins may stay empty: where two texts end at different rounds, no more than these differ by it. */
const mayBorrow = 8;
/** A bin holds the round that filled it above 25 bits of a hash, so that of two values that of the earlier round is the smaller. */
const hashBits = 25;
const most = 40;
const empty = 0x7fffffff;

const odd = (index: number) => finalised(Math.imul(index + 1, 0x9e3779b9)) | 1;
const factors = Int32Array.from({ length: most }, (_, round) => (round === 0 ? 1 : odd(round)));
const masks = Int32Array.from({ length: most }, (_, round) => (round === 0 ? 0 : finalised(odd(round))));
const rows = new Int32Array(bins);
const borrowed = new Int32Array(bins);

/**
 * The band keys of a set of shingles: one-permutation MinHash of 128 bins, made dense by further rounds (after fast similarity sketching; Dahlgaard,
 * Knudsen, Thorup 2017): each shingle falls into one bin a round, a bin keeps the smallest hash of the first round that reaches it, and rounds end
 * when no more than 8 bins are empty, which borrow from others (optimal densification; Shrivastava 2017). A bin is the same in two texts with the
 * chance of their Jaccard similarity, and with few shingles too the bins hardly hang together, as they do where most are borrowed.
 *
 * @param shingles hashes, in any order, repeated or not; at least one
 * @param into takes 32 keys from `at` on, each `step` behind the one before
 */
export function writeBandKeys(shingles: Int32Array, count: number, into: Uint32Array, at: number, step: number): void {
  for (let bin = 0; bin < bins; bin += 1) rows[bin] = empty;
  let left = bins;
  for (let round = 0; round < most && left > mayBorrow; round += 1) {
    throwRound(shingles, count, round);
    left = 0;
    for (let bin = 0; bin < bins; bin += 1) left += rows[bin] === empty ? 1 : 0;
  }
  if (left > 0) borrow();
  for (let band = 0; band < bands; band += 1) {
    let key = 0;
    for (let row = band * rowsOfBand; row < (band + 1) * rowsOfBand; row += 1) {
      key = (Math.imul(key, 0x2c1b3c6d) + (rows[row] as number)) | 0;
    }
    into[at + band * step] = finalised(key);
  }
}

/** The smaller of two values is found without a branch: none could be foreseen. */
function throwRound(shingles: Int32Array, count: number, round: number): void {
  const factor = factors[round] as number;
  const mask = masks[round] as number;
  const above = round << hashBits;
  for (let index = 0; index < count; index += 1) {
    const hash = Math.imul((shingles[index] as number) ^ mask, factor);
    const bin = hash >>> hashBits;
    const kept = rows[bin] as number;
    const less = ((hash & 0x1ffffff) | above) - kept;
    rows[bin] = kept + (less & (less >> 31));
  }
}

function borrow(): void {
  borrowed.set(rows);
  for (let bin = 0; bin < bins; bin += 1) {
    for (let attempt = 1; rows[bin] === empty; attempt += 1) {
      rows[bin] = borrowed[finalised(Math.imul(attempt, 0x9e3779b9) ^ bin) >>> hashBits] as number;
    }
  }
}
