import { GrowingWords } from './growing-words.js';
import type { Link } from './links.js';

const names = ['one', 'other', 'sizeOfOne', 'sizeOfOther', 'both', 'origin'] as const satisfies (keyof Link)[];

/** Links column by column: of a large office there are millions, of which a run looks at few. */
export class LinkColumns implements Iterable<Link> {
  readonly one = new GrowingWords();
  readonly other = new GrowingWords();
  readonly sizeOfOne = new GrowingWords();
  readonly sizeOfOther = new GrowingWords();
  readonly both = new GrowingWords();
  readonly origin = new GrowingWords();
  #stood = 0;
  #left: Link[] = [];

  /** From here on what leaves of the links that stand by now is remembered. */
  watch(): void {
    this.#stood = this.length;
    this.#left = [];
  }

  /** Of links that stood when they were watched first: how many stand, at the beginning, and those that left. */
  get stood(): number {
    return this.#stood;
  }
  get left(): readonly Link[] {
    return this.#left;
  }

  get length(): number {
    return this.one.length;
  }

  at(index: number): Link {
    return {
      one: this.one.at(index),
      other: this.other.at(index),
      sizeOfOne: this.sizeOfOne.at(index),
      sizeOfOther: this.sizeOfOther.at(index),
      both: this.both.at(index),
      origin: this.origin.at(index),
    };
  }

  push(link: Link): void {
    for (const name of names) this[name].push(link[name]);
  }

  /** Keeps those whose places are asked for, in their order. */
  keep(isKept: (index: number) => boolean): void {
    const { length } = this;
    const stood = this.#stood;
    let kept = 0;
    for (let index = 0; index < length; index += 1) {
      if (!isKept(index)) {
        if (index >= stood) continue;
        this.#left.push(this.at(index));
        this.#stood -= 1;
        continue;
      }
      if (kept < index) for (const name of names) this[name].set(kept, this[name].at(index));
      kept += 1;
    }
    for (const name of names) this[name].cut(kept);
  }

  *[Symbol.iterator](): Generator<Link> {
    for (let index = 0; index < this.length; index += 1) yield this.at(index);
  }

  /** The columns by their names. */
  words(): Record<string, Uint32Array> {
    return Object.fromEntries(names.map((name) => [name, this[name].words]));
  }

  /** Takes over columns, behind what is here. */
  takeOver(words: Readonly<Record<string, Uint32Array>>): void {
    for (const name of names) this[name].append(words[name] ?? new Uint32Array(0));
  }
}
