/**
 * Seeded randomness: xoshiro128** (Blackman and Vigna) over 32-bit integers, its state filled by SplitMix32. Every
 * draw is the same on every machine: only integer steps and IEEE arithmetic are used.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  private constructor(seed: number) {
    const next = splitMix(seed);
    this.#a = next();
    this.#b = next();
    this.#c = next();
    this.#d = next() | 1;
  }

  /** An independent stream for each list of parts, e.g. `Random.of(seed, 'lives')`. Integers are taken below 2^53. */
  static of(...parts: readonly (number | string)[]): Random {
    return new Random(fingerprint(parts));
  }

  /** A whole number from 0 to 2^32 - 1. */
  word(): number {
    const product = Math.imul(this.#b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result;
  }

  /** A fraction, 0 included, 1 not. */
  fraction(): number {
    return this.word() / 4_294_967_296;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1));
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** One of the values, each as likely as another. */
  one<T>(values: readonly T[]): T {
    const value = values[Math.floor(this.fraction() * values.length)];
    if (value === undefined) throw new RangeError('nothing to choose from');
    return value;
  }

  /** A draw of the standard normal distribution (Box and Muller). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.fraction()));
    return radius * Math.cos(2 * Math.PI * this.fraction());
  }

  /** A log-normal draw with the given mean and spread of the logarithm. */
  logNormal(mean: number, sigma: number): number {
    return mean * Math.exp(sigma * this.normal() - (sigma * sigma) / 2);
  }

  /**
   * A rank from 0 to `count - 1` with a heavy tail: the share of a rank falls nearly with its power -2/3, so that few
   * ranks are met often and most of them once or twice.
   */
  rank(count: number): number {
    const step = 1 + this.fraction() * (Math.cbrt(count + 1) - 1);
    return Math.min(count - 1, Math.floor(step * step * step) - 1);
  }
}

function splitMix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}

/** FNV-1a over the bytes of the parts, numbers as two 32-bit halves. */
function fingerprint(parts: readonly (number | string)[]): number {
  let hash = 0x811c9dc5;
  const take = (word: number) => {
    for (let shift = 0; shift < 32; shift += 8) hash = Math.imul(hash ^ ((word >>> shift) & 255), 0x01000193);
  };
  for (const part of parts) {
    if (typeof part === 'string') for (const letter of part) take(letter.codePointAt(0) ?? 0);
    else {
      take(part >>> 0);
      take(Math.floor(part / 4_294_967_296));
    }
    take(0xffffffff);
  }
  return hash;
}
