import { readPattern } from './class-pattern.js';
import type { ClassTree } from './class-tree.js';
import type { EditionRow } from './edition-rows.js';
import { expandPattern, keysOfSymbol, type PatternReach } from './expand-pattern.js';

/** A place of another edition, by its pattern and what that has. */
export interface Place {
  readonly pattern: string;
  readonly reach: PatternReach;
}

interface Entry {
  /** Of what the pattern has by itself; the fewer, the closer it tells. */
  readonly size: number;
  readonly places: readonly Place[];
}

/** Where symbols stand in other editions of the IPC. */
export class EditionAlternatives {
  /** Where old symbols went, and where new ones came from, by what a symbol is met by. */
  readonly #went = new Map<string, Entry>();
  readonly #came = new Map<string, Entry>();
  /** Every place of the list with what it is in other editions. */
  readonly listed: readonly (readonly [place: Place, others: readonly Place[]])[];

  constructor(rows: readonly EditionRow[], tree: ClassTree) {
    const placeOf = (pattern: string): Place | null => {
      const read = readPattern(pattern);
      return read === null ? null : { pattern, reach: expandPattern(read, tree) };
    };
    const listed: [Place, readonly Place[]][] = [];
    const sources = new Map<string, Place[]>();
    for (const row of rows) {
      const old = placeOf(row.old);
      const news = row.new.flatMap((one) => placeOf(one) ?? []);
      if (old === null) continue;
      enter(this.#went, old, news);
      listed.push([old, news]);
      for (const { pattern } of news) sources.set(pattern, [...(sources.get(pattern) ?? []), old]);
    }
    for (const [pattern, olds] of sources) {
      const place = placeOf(pattern);
      if (place === null) continue;
      enter(this.#came, place, olds);
      listed.push([place, olds]);
    }
    this.listed = listed;
  }

  /**
   * What a symbol is in other editions: the places that it went to, and those that it came from, each by the row that tells it most closely.
   * Which of the places of one list it is, nobody knows without the document.
   */
  of(symbol: string): (readonly Place[])[] {
    const keys = keysOfSymbol(symbol).reverse();
    return [this.#went, this.#came].flatMap((map) => {
      const key = keys.find((one) => map.has(one));
      const entry = key === undefined ? undefined : map.get(key);
      return entry === undefined ? [] : [entry.places];
    });
  }
}

/** What a place is met by: the beginning of a whole, else each of its symbols. */
function keysOfPlace({ reach: { whole, symbols } }: Place): readonly string[] {
  return whole === null ? symbols : [whole];
}

function enter(map: Map<string, Entry>, place: Place, places: readonly Place[]): void {
  const size = place.reach.symbols.length;
  for (const key of keysOfPlace(place)) {
    const known = map.get(key);
    if (known === undefined || size < known.size) map.set(key, { size, places });
  }
}
