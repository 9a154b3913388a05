import type { OfficeKind } from './office-volumes.js';
import type { Random } from './random.js';

/**
 * Decides who is granted so that the share of a year comes out nearly exactly: what one decision leaves over, the next
 * ones make good. Drawn one by one, shares of a small office would lie further from the published ones.
 */
export class GrantQuota {
  readonly #owed = new Map<string, number>();

  /** True for the given share of the calls of a kind and year. */
  decide(kind: OfficeKind, year: number, share: number, random: Random): boolean {
    const key = kind + year;
    const owed = (this.#owed.get(key) ?? 0) + share;
    const granted = random.chance(owed);
    this.#owed.set(key, granted ? owed - 1 : owed);
    return granted;
  }

  /** One that was granted is not after all: another takes its place. */
  giveBack(kind: OfficeKind, year: number): void {
    const key = kind + year;
    this.#owed.set(key, (this.#owed.get(key) ?? 0) + 1);
  }
}
