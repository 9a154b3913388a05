const digitBits = 11;
const digits = 1 << digitBits;

/** Sorts keys of 32 bits with what belongs to them, stably; its memory is used again by the next call. */
export class RadixSort {
  keys = new Uint32Array(0);
  values = new Uint32Array(0);
  #otherKeys = new Uint32Array(0);
  #otherValues = new Uint32Array(0);
  readonly #places = new Uint32Array(digits);

  /** Gives room for so many keys and values, to be filled in before `sort`. */
  reserve(count: number): void {
    if (count <= this.keys.length) return;
    this.keys = new Uint32Array(count);
    this.values = new Uint32Array(count);
    this.#otherKeys = new Uint32Array(count);
    this.#otherValues = new Uint32Array(count);
  }

  /** Takes over keys and their values. */
  take(keys: Uint32Array, values: Uint32Array): void {
    this.reserve(keys.length);
    this.keys.set(keys);
    this.values.set(values);
  }

  /** Sorts the first of them, in place. */
  sort(count: number): void {
    for (let shift = 0; shift < 32; shift += digitBits) {
      this.#pass(count, shift);
      [this.keys, this.#otherKeys] = [this.#otherKeys, this.keys];
      [this.values, this.#otherValues] = [this.#otherValues, this.values];
    }
  }

  #pass(count: number, shift: number): void {
    const [keys, values, toKeys, toValues, places] = [
      this.keys,
      this.values,
      this.#otherKeys,
      this.#otherValues,
      this.#places,
    ];
    places.fill(0);
    for (let at = 0; at < count; at += 1) {
      const digit = ((keys[at] as number) >>> shift) & (digits - 1);
      places[digit] = (places[digit] as number) + 1;
    }
    let before = 0;
    for (let digit = 0; digit < digits; digit += 1) {
      const size = places[digit] as number;
      places[digit] = before;
      before += size;
    }
    for (let at = 0; at < count; at += 1) {
      const key = keys[at] as number;
      const digit = (key >>> shift) & (digits - 1);
      const place = places[digit] as number;
      places[digit] = place + 1;
      toKeys[place] = key;
      toValues[place] = values[at] as number;
    }
  }
}

/** Whether a key may be among some: by its last bits, of which a few in a hundred are taken. */
export class KeyFilter {
  readonly #mask: number;
  readonly #bits: Uint32Array;

  /** @param count how many keys there are at most */
  constructor(count: number) {
    const bits = powerOfTwo(32 * count, 1 << 12, 1 << 25);
    this.#mask = bits - 1;
    this.#bits = new Uint32Array(bits / 32);
  }

  add(key: number): void {
    const place = (key & this.#mask) >>> 5;
    this.#bits[place] = (this.#bits[place] as number) | (1 << (key & 31));
  }

  has(key: number): boolean {
    return (((this.#bits[(key & this.#mask) >>> 5] as number) >>> (key & 31)) & 1) === 1;
  }
}

/** The first power of two that is as large, within bounds that are such powers. */
function powerOfTwo(least: number, from: number, to: number): number {
  let power = from;
  while (power < least && power < to) power *= 2;
  return power;
}

/** Tells which keys of a column stand in it more than once, and a few that share their last bits with another. */
export class RepeatedKeys {
  readonly #mask: number;
  readonly #once: Uint32Array;
  readonly #again: Uint32Array;

  /** @param count how many keys there are at most */
  constructor(count: number) {
    const bits = powerOfTwo(16 * count, 1 << 12, 1 << 27);
    this.#mask = bits - 1;
    this.#once = new Uint32Array(bits / 32);
    this.#again = new Uint32Array(bits / 32);
  }

  clear(): void {
    this.#once.fill(0);
    this.#again.fill(0);
  }

  add(key: number): void {
    const place = (key & this.#mask) >>> 5;
    const bit = 1 << (key & 31);
    const known = this.#once[place] as number;
    this.#again[place] = (this.#again[place] as number) | (known & bit);
    this.#once[place] = known | bit;
  }

  has(key: number): boolean {
    return (((this.#again[(key & this.#mask) >>> 5] as number) >>> (key & 31)) & 1) === 1;
  }
}
