/** The last steps of MurmurHash3 (Austin Appleby, public domain): every bit of 32 changes half of the others. */
export function finalised(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const base = 0x2c1b3c6d;

/**
 * Hashes of all runs of `width` words, each made from the one before; a list shorter than `width`, if there is any word, is one run.
 * Gives how many there are. `words` need to be mixed.
 */
export function rollingHashes(words: Int32Array, count: number, width: number, into: Int32Array): number {
  if (count === 0) return 0;
  const run = Math.min(width, count);
  let sum = 0;
  let leaving = 1;
  for (let at = 0; at < run; at += 1) {
    sum = (Math.imul(sum, base) + (words[at] as number)) | 0;
    leaving = Math.imul(leaving, base);
  }
  into[0] = finalised(sum ^ run);
  for (let at = run; at < count; at += 1) {
    sum = (Math.imul(sum, base) + (words[at] as number) - Math.imul(words[at - run] as number, leaving)) | 0;
    into[at - run + 1] = finalised(sum ^ run);
  }
  return count - run + 1;
}

/** Words in a list with room for more. */
export function roomFor(words: Int32Array<ArrayBuffer>, count: number): Int32Array<ArrayBuffer> {
  if (count <= words.length) return words;
  const wider = new Int32Array(Math.max(count, 2 * words.length));
  wider.set(words);
  return wider;
}

/** 128 bits of a list of words, in four lanes that differ in constants and turns; written to `into` from `at` on. */
export function hashOfWords(words: Int32Array, count: number, into: Uint32Array, at: number): void {
  let a = 0x239b961b;
  let b = 0x2b0e9789;
  let c = 0x38b34ae5;
  let d = 0x21e38b93;
  for (let index = 0; index < count; index += 1) {
    const word = words[index] as number;
    a ^= word;
    a = (Math.imul((a << 13) | (a >>> 19), 0x9e3779b1) + 0x561ccd1b) | 0;
    b ^= word;
    b = (Math.imul((b << 17) | (b >>> 15), 0x85ebca77) + 0x0bcaa747) | 0;
    c ^= word;
    c = (Math.imul((c << 7) | (c >>> 25), 0xc2b2ae3d) + 0x96cd1c35) | 0;
    d ^= word;
    d = (Math.imul((d << 21) | (d >>> 11), 0x27d4eb2f) + 0x32ac3b17) | 0;
  }
  a = finalised(a ^ count);
  b = finalised(b ^ a);
  c = finalised(c ^ b);
  d = finalised(d ^ c);
  into[at] = a + b + c + d;
  into[at + 1] = b ^ Math.imul(d, 5);
  into[at + 2] = c;
  into[at + 3] = d;
}
