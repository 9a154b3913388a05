import type { NearState } from './near-state.js';
import type { Recombined } from './recombination.js';

/** What pairs were told by before texts came and left, as far as it is not kept; links that leave from here on are remembered by their columns. */
export class FormerPairs {
  /** Members that were there, by their places, and those of them that were gone. */
  readonly members: number;
  readonly gone: ReadonlySet<number>;
  readonly empty: number;
  readonly recombined: ReadonlyMap<number, Recombined>;

  constructor({ classes, empty, links, recombined }: NearState) {
    this.members = classes.numbers.length;
    this.gone = new Set(classes.gone);
    this.empty = empty;
    this.recombined = new Map(recombined);
    links.watch();
  }
}
