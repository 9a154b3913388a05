import { beginning, chainOf } from './chain.js';
import type { ChainFaults } from './chain-fault.js';
import type { ActsTable } from './ledger-tables.js';

/** An act that was passed: where it stands, and under which number it was linked. */
interface Passed {
  readonly number: number;
  readonly linkedAs: number;
  readonly chain: string;
  /** What it holds is what its link was made over. */
  readonly sound: boolean;
}

/** Acts whose links are remembered, to find where renumbered ones belong. */
const remembered = 10_000;
/** How many removed acts are looked for in front of a renumbered one. */
const reach = 1000;

/** Goes through the acts of a ledger in the order of their numbers and finds where the chain does not hold. */
export class ChainWalk {
  readonly #faults: ChainFaults;
  readonly #recent = new Map<string, Passed>();
  #last: Passed = { number: 0, linkedAs: 0, chain: beginning, sound: true };

  constructor(faults: ChainFaults) {
    this.#faults = faults;
    this.#recent.set(beginning, this.#last);
  }

  /** The act passed last. */
  get last(): Passed {
    return this.#last;
  }

  /** Takes the next act; gives the number under which it was linked, null for one that stands between two numbers. */
  take(row: ActsTable): number | null {
    const expected = this.#last.number + 1;
    if (row.number < expected || !Number.isSafeInteger(row.number)) {
      this.#faults.add('inserted', row.number);
      return null;
    }
    const gap = row.number > expected;
    if (gap) this.#faults.add('removed', expected, row.number - 1);
    const passed = this.#place(row, gap);
    this.#last = passed;
    this.#recent.set(passed.chain, passed);
    const [oldest] = this.#recent.keys();
    if (this.#recent.size > remembered && oldest !== undefined) this.#recent.delete(oldest);
    return passed.linkedAs;
  }

  #place(row: ActsTable, gap: boolean): Passed {
    const { number, chain } = row;
    if (holds(row, number)) {
      if (!gap && row.previous !== this.#last.chain) this.#blame(number);
      return { number, linkedAs: number, chain, sound: true };
    }
    const linkedAs = this.#behindKnown(row) ?? this.#behindRemoved(row);
    if (linkedAs !== null) return { number, linkedAs, chain, sound: true };
    this.#faults.add('altered', number);
    return { number, linkedAs: number + this.#last.linkedAs - this.#last.number, chain, sound: false };
  }

  /** Two neighbours hold, and not together: the first was altered and linked anew. */
  #blame(number: number): void {
    const altered = Math.max(number - 1, 1);
    if (!this.#faults.covers(altered)) this.#faults.add('altered', altered);
  }

  /** A renumbered act behind one that was passed: what stands between them was inserted. */
  #behindKnown(row: ActsTable): number | null {
    const before = this.#recent.get(row.previous);
    if (before === undefined || !holds(row, before.linkedAs + 1)) return null;
    if (before.number < row.number - 1 && before !== this.#last) {
      this.#faults.withdraw(before.number + 1, row.number - 1);
      this.#faults.add('inserted', before.number + 1, row.number - 1);
    }
    return before.linkedAs + 1;
  }

  /** A renumbered act behind removed ones. */
  #behindRemoved(row: ActsTable): number | null {
    if (!this.#last.sound) return null;
    const first = this.#last.linkedAs + 1;
    for (let linkedAs = first + 1; linkedAs <= first + reach; linkedAs += 1) {
      if (!holds(row, linkedAs)) continue;
      this.#faults.add('removed', first, linkedAs - 1);
      return linkedAs;
    }
    return null;
  }
}

/** True when the link of an act was made over what it holds, under a number. */
function holds(row: ActsTable, number: number): boolean {
  return chainOf({ ...row, number }) === row.chain;
}
