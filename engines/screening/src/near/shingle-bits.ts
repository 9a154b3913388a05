/** Words of the bits of a text: 1,024 bits. */
export const wordsOfBits = 32;
const chunkShift = 12;
const chunkMask = (1 << chunkShift) - 1;

/** Sets the bit of each of the shingles of a text; `into` is empty from `at` on. Gives how many bits are set. */
export function writeShingleBits(shingles: Int32Array, count: number, into: Uint32Array, at: number): number {
  for (let index = 0; index < count; index += 1) {
    const shingle = shingles[index] as number;
    const word = at + ((shingle >>> 5) & (wordsOfBits - 1));
    into[word] = (into[word] as number) | (1 << (shingle & 31));
  }
  let bits = 0;
  for (let word = at; word < at + wordsOfBits; word += 1) bits += onesOf(into[word] as number);
  return bits;
}

/** How many of 32 bits are 1. */
function onesOf(word: number): number {
  let ones = word - ((word >>> 1) & 0x55555555);
  ones = (ones & 0x33333333) + ((ones >>> 2) & 0x33333333);
  return Math.imul((ones + (ones >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** What is known of so many texts that follow each other. */
interface Chunk {
  readonly bits: Uint32Array;
  /** Of each text how many bits are set, 0 where nothing is known of it, and its shingles, repeated ones counted too. */
  readonly counts: Int32Array;
}

/**
 * Which shingles texts have, in so few bits that two texts whose similarity cannot reach a floor are told without their texts. Never wrong: a bit
 * that one text has and the other lacks stands for at least one shingle that only the one has, and no shingle stands for two bits.
 */
export class ShingleBits {
  readonly #chunks: Chunk[] = [];

  /** Notes of a text its bits, how many are set, and its shingles, repeated ones counted too. */
  note(one: number, bits: Uint32Array, at: number, ones: number, runs: number): void {
    const { bits: own, counts } = this.#chunkOf(one);
    const place = one & chunkMask;
    own.set(bits.subarray(at, at + wordsOfBits), place * wordsOfBits);
    counts[2 * place] = ones;
    counts[2 * place + 1] = runs;
  }

  /** Notes of a text what others know of one of theirs. */
  copy(one: number, from: ShingleBits, other: number): void {
    const known = from.#chunks[other >>> chunkShift];
    if (known === undefined) return;
    const at = (other & chunkMask) * wordsOfBits;
    const [ones, runs] = [0, 1].map((index) => known.counts[2 * (other & chunkMask) + index] as number);
    this.note(one, known.bits, at, ones as number, runs as number);
  }

  /** What is known of the texts from one on, up to before another, one behind the other: their bits; how many are set, and shingles, in turn. */
  columns(from: number, to: number): { readonly bits: Uint32Array; readonly counts: Uint32Array } {
    const [bits, counts] = [new Uint32Array(wordsOfBits * (to - from)), new Uint32Array(2 * (to - from))];
    for (let one = from; one < to; one += 1) {
      const { bits: own, counts: ownCounts } = this.#chunkOf(one);
      const place = one & chunkMask;
      bits.set(own.subarray(wordsOfBits * place, wordsOfBits * (place + 1)), wordsOfBits * (one - from));
      counts.set(ownCounts.subarray(2 * place, 2 * place + 2), 2 * (one - from));
    }
    return { bits, counts };
  }

  /** Takes over such columns for the texts from one on. */
  takeOver(from: number, { bits, counts }: { readonly bits: Uint32Array; readonly counts: Uint32Array }): void {
    const count = counts.length / 2;
    for (let at = 0; at < count; ) {
      const { bits: own, counts: ownCounts } = this.#chunkOf(from + at);
      const place = (from + at) & chunkMask;
      const to = Math.min(count, at + (1 << chunkShift) - place);
      own.set(bits.subarray(wordsOfBits * at, wordsOfBits * to), wordsOfBits * place);
      ownCounts.set(counts.subarray(2 * at, 2 * to), 2 * place);
      at = to;
    }
  }

  /** Whether the Jaccard similarity of two texts may be `floor` or more; of a text of which nothing is known it may. */
  mayReach(one: number, other: number, floor: number): boolean {
    const [own, others] = [this.#chunks[one >>> chunkShift], this.#chunks[other >>> chunkShift]];
    if (own === undefined || others === undefined) return true;
    const [place, place2] = [one & chunkMask, other & chunkMask];
    const [ones, ones2] = [own.counts[2 * place] as number, others.counts[2 * place2] as number];
    if (ones === 0 || ones2 === 0) return true;
    const both = onesInBoth(own.bits, place * wordsOfBits, others.bits, place2 * wordsOfBits);
    const onlyIn = ones - both + ones2 - both;
    const [runs, runs2] = [own.counts[2 * place + 1] as number, others.counts[2 * place2 + 1] as number];
    const mostShared = Math.min(runs - ones, runs2 - ones2) + both;
    // A rounded floor turns nobody away.
    return mostShared + 1e-6 >= floor * (mostShared + onlyIn);
  }

  #chunkOf(one: number): Chunk {
    const index = one >>> chunkShift;
    const room = 1 << chunkShift;
    this.#chunks[index] ??= { bits: new Uint32Array(wordsOfBits * room), counts: new Int32Array(2 * room) };
    return this.#chunks[index];
  }
}

function onesInBoth(bits: Uint32Array, at: number, others: Uint32Array, from: number): number {
  let both = 0;
  for (let word = 0; word < wordsOfBits; word += 1)
    both += onesOf((bits[at + word] as number) & (others[from + word] as number));
  return both;
}
