/**
 * Arrivals are numbered in the order of the load: each block of a file has this many numbers for its own, so that blocks
 * can be read side by side and keep their order.
 */
export const blockSpan = 2 ** 20;

/** The numbers of a block are greater than this and at most that of the next block. */
export const beforeBlock = (block: number): number => block * blockSpan;

/** SQL of the block to which an arrival belongs. */
export const blockOf = (sequence: string): string => `((${sequence} - 1) >> 20)`;

/** Gives out the blocks of a load, from 1, one after another. */
export class BlockNumbers {
  #last = 0;

  /** The last block that was given out. */
  get last(): number {
    return this.#last;
  }

  take(): number {
    this.#last += 1;
    return this.#last;
  }
}
