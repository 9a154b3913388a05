import { ShingleSets } from './exact.js';
import { fromFingerprints } from './fingerprint-join.js';
import { type Link, shareOf } from './links.js';
import type { TextField } from './model.js';
import type { NearSettings } from './settings.js';
import { byFiling, type TextClasses } from './text-classes.js';

/** Sources looked at for one text, those that give most. */
const mostSources = 16;

/** A text that is patched from others, and the links to these. */
export type Recombined = readonly Link[];

/** Finds of which earlier texts a text is patched, so that together they give most of it and none gives it alone. */
export class Recombination {
  readonly #classes: TextClasses;
  readonly #settings: NearSettings;
  readonly #sets: ShingleSets;

  constructor(field: TextField, classes: TextClasses, settings: NearSettings) {
    this.#classes = classes;
    this.#settings = settings;
    this.#sets = new ShingleSets(field);
  }

  /** Links to texts that may be sources of a class: filed before it, giving enough of it. Empty when that cannot come to a recombination. */
  sourcesOf(one: number, links: readonly Link[]): readonly Link[] {
    const { sourceFloor, containedFloor, recombinedFloor } = this.#settings;
    const own = this.#classes.earliestOf(one);
    const sources: Link[] = [];
    let together = 0;
    for (const link of links) {
      const share = shareOf(link, one);
      if ((link.origin & fromFingerprints) === 0 || share < sourceFloor) continue;
      if (byFiling(this.#classes.earliestOf(otherOf(link, one)), own) > 0) continue;
      if (share >= containedFloor) return [];
      sources.push(link);
      together += share;
    }
    if (sources.length < 2 || together < recombinedFloor) return [];
    return sources
      .sort((a, b) => shareOf(b, one) - shareOf(a, one) || this.#classes.canonically(otherOf(a, one), otherOf(b, one)))
      .slice(0, mostSources);
  }

  /** Of possible sources those that each give a new part, the largest first; none when together they give too little. */
  chosen(one: number, text: string, sources: readonly Link[], texts: ReadonlyMap<number, string>): Recombined {
    const { sourceFloor, recombinedFloor } = this.#settings;
    let left = this.#sets.of(text);
    const size = left.length;
    const open = sources.map((link) => ({ link, set: new Set(this.#sets.of(texts.get(otherOf(link, one)) ?? '')) }));
    const taken: Link[] = [];
    while (open.length > 0) {
      const gains = open.map(({ set }) => left.reduce((sum, shingle) => sum + (set.has(shingle) ? 1 : 0), 0));
      const most = gains.indexOf(Math.max(...gains));
      const best = open[most];
      // The ends of a passage lie across two sources: what each gives anew is a little less than its share.
      if (best === undefined || (gains[most] as number) < 0.8 * sourceFloor * size) break;
      left = left.filter((shingle) => !best.set.has(shingle));
      taken.push(best.link);
      open.splice(most, 1);
    }
    return taken.length >= 2 && size - left.length >= recombinedFloor * size ? taken : [];
  }
}

/** The other class of a link. */
export function otherOf(link: Link, one: number): number {
  return link.one === one ? link.other : link.one;
}
