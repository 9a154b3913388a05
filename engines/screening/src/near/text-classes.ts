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

const noDay = 0x80000000;

/**
 * Applications whose folded texts are equal are one class, so that ten thousand equal abstracts are compared once. Members and classes keep their places: one
 * that left stays there, gone, and a text that comes again makes a class again.
 */
export class TextClasses {
  /** Four words a class. */
  readonly hashes = new GrowingWords();
  /** Of each member, also of those that are gone: its number, its day as a word, and its class. */
  readonly numbers: string[] = [];
  readonly days = new GrowingWords();
  readonly classOf = new GrowingWords();
  /** Member of each class that was filed first, and how many of its members stand. */
  readonly earliest = new GrowingWords();
  readonly standing = new GrowingWords();
  readonly #gone = new Set<number>();
  #slots: Int32Array | null = null;

  get count(): number {
    return this.earliest.length;
  }

  /** Members that left, by their places. */
  get gone(): ReadonlySet<number> {
    return this.#gone;
  }

  /** Those of some applications of which a text is here already. */
  knownAmong(numbers: ReadonlySet<string>): Set<string> {
    const known = new Set<string>();
    for (let member = 0; member < this.numbers.length; member += 1) {
      const number = this.numbers[member] as string;
      if (numbers.has(number) && !this.#gone.has(member)) known.add(number);
    }
    return known;
  }

  /** Filing day of a member, standing or gone. */
  dayOf(member: number): number | null {
    const day = this.days.at(member);
    return day === noDay ? null : day | 0;
  }

  /** Whether a member comes before another in the order of filing (`byFiling`). */
  isEarlier(one: number, other: number): boolean {
    const [day, otherDay] = [this.days.at(one), this.days.at(other)];
    if (day === otherDay) return (this.numbers[one] as string) < (this.numbers[other] as string);
    return otherDay === noDay || (day !== noDay && (day | 0) < (otherDay | 0));
  }

  /** A member, standing or gone. */
  ownerOf(member: number): TextOwner {
    return { number: this.numbers[member] as string, day: this.dayOf(member) };
  }

  /** The earliest of a class. */
  earliestOf(one: number): TextOwner {
    return this.ownerOf(this.earliest.at(one));
  }

  /** Whether any application still has the text of a class. */
  stands(one: number): boolean {
    return this.standing.at(one) > 0;
  }

  /** Puts an application into the class of its hash; tells that class, whether it is new and whether this one was filed before all others in it. */
  add(
    owner: TextOwner,
    hashes: Uint32Array,
    at: number,
  ): { readonly of: number; readonly isNew: boolean; readonly first: boolean } {
    const slots = this.#filledSlots();
    const slot = this.#slotOf(slots, hashes, at);
    const known = (slots[slot] as number) - 1;
    const of = known >= 0 ? known : this.count;
    if (known < 0) {
      slots[slot] = of + 1;
      this.hashes.append(hashes.subarray(at, at + 4));
    }
    const first = this.#addMember(owner.number, owner.day ?? noDay, of);
    if (known < 0 && 2 * this.count > slots.length) this.#slots = null;
    return { of, isNew: known < 0, first };
  }

  /** Takes over members and classes as they were stored, behind those that are here. `hashes`: of the classes that are new with them. */
  takeOver(numbers: readonly string[], days: Uint32Array, classOf: Uint32Array, hashes: Uint32Array): void {
    this.hashes.append(hashes);
    for (const [index, number] of numbers.entries())
      this.#addMember(number, days[index] as number, classOf[index] as number);
    this.#slots = null;
  }

  /** Marks members as gone; gives the classes whose earliest application is another now, and those that nobody has. */
  leave(members: Iterable<number>): { readonly moved: readonly number[]; readonly lost: readonly number[] } {
    const touched = new Set<number>();
    for (const member of members) {
      if (this.#gone.has(member)) continue;
      this.#gone.add(member);
      const one = this.classOf.at(member);
      this.standing.set(one, this.standing.at(one) - 1);
      touched.add(one);
    }
    const headless = new Set([...touched].filter((one) => this.stands(one) && this.#gone.has(this.earliest.at(one))));
    const earliest = new Map<number, number>();
    for (let member = 0; headless.size > 0 && member < this.numbers.length; member += 1) {
      const one = this.classOf.at(member);
      if (!headless.has(one) || this.#gone.has(member)) continue;
      const known = earliest.get(one);
      if (known === undefined || byFiling(this.ownerOf(member), this.ownerOf(known)) < 0) earliest.set(one, member);
    }
    for (const [one, member] of earliest) this.earliest.set(one, member);
    this.#slots = null;
    return { moved: [...headless], lost: [...touched].filter((one) => !this.stands(one)) };
  }

  /** Orders classes by their hashes, whatever the order in which they came. */
  readonly canonically = (one: number, other: number): number => {
    for (let word = 0; word < 4; word += 1) {
      const less = this.hashes.at(4 * one + word) - this.hashes.at(4 * other + word);
      if (less !== 0) return less;
    }
    return 0;
  };

  /** Gives whether it was filed before all others of its class. */
  #addMember(number: string, day: number, of: number): boolean {
    const member = this.numbers.push(number) - 1;
    this.days.push(day);
    this.classOf.push(of);
    if (of === this.count) {
      this.earliest.push(member);
      this.standing.push(1);
      return true;
    }
    this.standing.set(of, this.standing.at(of) + 1);
    const first = byFiling(this.ownerOf(member), this.earliestOf(of)) < 0;
    if (first) this.earliest.set(of, member);
    return first;
  }

  #slotOf(slots: Int32Array, hashes: Uint32Array, at: number): number {
    const mask = slots.length - 1;
    for (let slot = (hashes[at] as number) & mask; ; slot = (slot + 1) & mask) {
      const known = (slots[slot] as number) - 1;
      if (known < 0) return slot;
      let word = 0;
      while (word < 4 && this.hashes.at(4 * known + word) === hashes[at + word]) word += 1;
      if (word === 4) return slot;
    }
  }

  /** Where the classes that stand are found by their hashes; there is room for more. */
  #filledSlots(): Int32Array {
    if (this.#slots !== null) return this.#slots;
    let room = 2048;
    while (room < 3 * this.count) room *= 2;
    const slots = new Int32Array(room);
    const mask = room - 1;
    for (let one = 0; one < this.count; one += 1) {
      if (!this.stands(one)) continue;
      let slot = this.hashes.at(4 * one) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = one + 1;
    }
    this.#slots = slots;
    return slots;
  }
}
