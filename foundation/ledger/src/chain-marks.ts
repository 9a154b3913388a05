import type { ChainFaults } from './chain-fault.js';

/** A link that was signed: the act of this number had it. */
export interface ChainMark {
  readonly number: number;
  readonly chain: string;
}

/** Compares the chain with what was signed of it: a chain that was made anew holds in itself and not with these. */
export class ChainMarks {
  readonly #marks: readonly ChainMark[];
  readonly #compared: { readonly number: number; readonly fits: boolean }[] = [];
  #next = 0;

  constructor(marks: readonly ChainMark[]) {
    this.#marks = [...marks].sort((a, b) => a.number - b.number);
  }

  /** Compares an act with the marks of its number; acts come in the order of their numbers. */
  compare({ number, chain }: ChainMark): void {
    for (; ; this.#next += 1) {
      const mark = this.#marks[this.#next];
      if (mark === undefined || mark.number > number) return;
      if (mark.number < number) continue;
      this.#compared.push({ number, fits: mark.chain === chain });
    }
  }

  /** Tells of a chain made anew, and of one whose end is missing behind its last act. */
  conclude(last: number, faults: ChainFaults): void {
    const anew = this.#compared.findIndex(({ number, fits }) => !fits && !faults.covers(number));
    if (anew !== -1) {
      const fitting = this.#compared.slice(0, anew).findLast(({ fits }) => fits)?.number ?? 0;
      faults.add('rewritten', fitting + 1, this.#compared[anew]?.number);
    }
    const through = this.#marks.at(-1)?.number ?? 0;
    if (through > last) faults.add('cut-off', last + 1, through);
  }
}
