/** Words from which on a column grows by a quarter. */
const large = 2 ** 20;

/** A column of 32-bit words that grows; twice as wide each time, a large one by a quarter. */
export class GrowingWords {
  #words: Uint32Array<ArrayBuffer>;
  #length = 0;

  constructor(room = 1024) {
    this.#words = new Uint32Array(room);
  }

  get length(): number {
    return this.#length;
  }

  /** What it holds; valid until it grows. */
  get words(): Uint32Array<ArrayBuffer> {
    return this.#words.subarray(0, this.#length);
  }

  at(index: number): number {
    return this.#words[index] as number;
  }

  set(index: number, word: number): void {
    this.#words[index] = word;
  }

  push(word: number): void {
    this.#makeRoom(1);
    this.#words[this.#length] = word;
    this.#length += 1;
  }

  /** Forgets all behind the first so many. */
  cut(length: number): void {
    this.#length = Math.min(length, this.#length);
  }

  append(words: Uint32Array | Int32Array): void {
    this.#makeRoom(words.length);
    this.#words.set(words, this.#length);
    this.#length += words.length;
  }

  /** Makes room for so many more and for some beyond them, without doubling. */
  reserve(count: number): void {
    const needed = this.#length + count;
    if (needed > this.#words.length) this.#widen(Math.ceil(1.1 * needed));
  }

  #makeRoom(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#words.length) return;
    const room = this.#words.length;
    if (needed < large) this.#widen(Math.max(needed, 2 * room));
    else this.#widen(Math.max(Math.ceil(1.1 * needed), Math.ceil(1.25 * room)));
  }

  #widen(room: number): void {
    const wider = new Uint32Array(room);
    wider.set(this.words);
    this.#words = wider;
  }
}

/** Pairs of classes as single numbers, each with two bits of whence it comes. */
export class PairCodes {
  #codes = new Float64Array(4096);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(one: number, other: number, origin: number): void {
    if (this.#length === this.#codes.length) {
      const wider = new Float64Array(2 * this.#codes.length);
      wider.set(this.#codes);
      this.#codes = wider;
    }
    this.#codes[this.#length] = one < other ? pairCode(one, other, origin) : pairCode(other, one, origin);
    this.#length += 1;
  }

  /** Each pair once, in order, with all its origins. */
  distinct(): Float64Array {
    const codes = this.#codes.subarray(0, this.#length).sort();
    let kept = 0;
    for (let at = 0; at < codes.length; at += 1) {
      const code = codes[at] as number;
      const before = kept === 0 ? -1 : (codes[kept - 1] as number);
      if (kept > 0 && Math.floor(code / 4) === Math.floor(before / 4))
        codes[kept - 1] = before - (before % 4) + ((before % 4) | (code % 4));
      else {
        codes[kept] = code;
        kept += 1;
      }
    }
    return codes.subarray(0, kept);
  }
}

/** Classes that fit a code. */
export const mostClasses = 2 ** 25;

function pairCode(less: number, more: number, origin: number): number {
  return (less * mostClasses + more) * 4 + origin;
}

/** What a code stands for. */
export function pairOf(code: number): { readonly one: number; readonly other: number; readonly origin: number } {
  const pair = Math.floor(code / 4);
  return { one: Math.floor(pair / mostClasses), other: pair % mostClasses, origin: code % 4 };
}
