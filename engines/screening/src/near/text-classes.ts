import { GrowingWords } from './growing-words.js';
import type { ApplicationText } from './model.js';

/** Whose text it is; the text itself is not kept. */
export type TextOwner = Omit<ApplicationText, 'text'>;

/** Orders applications by filing day, then by number; those without a day come last. */
export function byFiling(a: TextOwner, b: TextOwner): number {
  const days = (a.day ?? Number.POSITIVE_INFINITY) - (b.day ?? Number.POSITIVE_INFINITY);
  if (a.day !== b.day) return days;
  return a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
}

/** Applications whose folded texts are equal are one class, so that ten thousand equal abstracts are compared once. */
export class TextClasses {
  /** Four words a class. */
  readonly hashes = new GrowingWords();
  readonly members: TextOwner[] = [];
  /** Of each member. */
  readonly classOf = new GrowingWords();
  /** Member of each class that was filed first. */
  readonly earliest = new GrowingWords();
  readonly #known = new Set<string>();
  #slots = new Int32Array(2048);

  get count(): number {
    return this.earliest.length;
  }

  /** Whether a text of this application is here already. */
  knows(number: string): boolean {
    return this.#known.has(number);
  }

  /** The earliest of a class. */
  earliestOf(one: number): TextOwner {
    return this.members[this.earliest.at(one)] as TextOwner;
  }

  /** Puts an application into the class of its hash; tells that class, whether it is new and whether this one was filed before all others in it. */
  add(
    owner: TextOwner,
    hashes: Uint32Array,
    at: number,
  ): { readonly of: number; readonly isNew: boolean; readonly first: boolean } {
    this.#known.add(owner.number);
    const member = this.members.push({ number: owner.number, day: owner.day }) - 1;
    const slot = this.#slotOf(hashes, at);
    const known = (this.#slots[slot] as number) - 1;
    if (known >= 0) {
      this.classOf.push(known);
      const first = byFiling(owner, this.earliestOf(known)) < 0;
      if (first) this.earliest.set(known, member);
      return { of: known, isNew: false, first };
    }
    const made = this.count;
    this.#slots[slot] = made + 1;
    this.hashes.append(hashes.subarray(at, at + 4));
    this.earliest.push(member);
    this.classOf.push(made);
    if (2 * this.count > this.#slots.length) this.#widen();
    return { of: made, isNew: true, first: true };
  }

  /** Orders classes by their hashes, whatever the order in which they came. */
  readonly canonically = (one: number, other: number): number => {
    for (let word = 0; word < 4; word += 1) {
      const less = this.hashes.at(4 * one + word) - this.hashes.at(4 * other + word);
      if (less !== 0) return less;
    }
    return 0;
  };

  #slotOf(hashes: Uint32Array, at: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = (hashes[at] as number) & mask; ; slot = (slot + 1) & mask) {
      const known = (this.#slots[slot] as number) - 1;
      if (known < 0) return slot;
      let word = 0;
      while (word < 4 && this.hashes.at(4 * known + word) === hashes[at + word]) word += 1;
      if (word === 4) return slot;
    }
  }

  #widen(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    const mask = this.#slots.length - 1;
    for (let one = 0; one < this.count; one += 1) {
      let slot = this.hashes.at(4 * one) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = one + 1;
    }
  }
}
