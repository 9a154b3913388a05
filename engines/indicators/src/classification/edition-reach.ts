import type { EditionAlternatives, Place } from './edition-alternatives.js';
import { keysOfSymbol } from './expand-pattern.js';

/** Numbers of rules by the beginnings and symbols that their patterns of one mode reach. */
export type Reached = ReadonlyMap<string, readonly number[]>;

/** The rules that what is met by any of some keys falls under. */
export function numbersOf(reached: Reached, keys: readonly string[]): Set<number> {
  return new Set(keys.flatMap((key) => reached.get(key) ?? []));
}

/** The rules under which all of a place falls: by the place as a whole, or by each of its symbols. */
export function rulesReaching({ reach: { whole, symbols, absent } }: Place, reached: Reached): Set<number> {
  const found = whole === null ? new Set<number>() : numbersOf(reached, keysOfSymbol(whole));
  // Of a whole that the tree lacks the symbols are not known.
  if (whole !== null && absent) return found;
  let each: Set<number> | null = null;
  for (const symbol of symbols) {
    const here = numbersOf(reached, keysOfSymbol(symbol));
    each = each === null ? here : common([each, here]);
    if (each.size === 0) return found;
  }
  return new Set([...found, ...(each ?? [])]);
}

/** The rules that symbols fall under by what they are in other editions: those that reach every place that a symbol may be. */
export class EditionReach {
  readonly #alternatives: EditionAlternatives;
  readonly #reached: Reached;
  readonly #known = new Map<string, ReadonlySet<number>>();

  constructor(alternatives: EditionAlternatives, reached: Reached) {
    this.#alternatives = alternatives;
    this.#reached = reached;
  }

  of(symbol: string): number[] {
    return this.#alternatives.of(symbol).flatMap((places) => [...common(places.map((place) => this.#rulesOf(place)))]);
  }

  #rulesOf(place: Place): ReadonlySet<number> {
    const known = this.#known.get(place.pattern);
    if (known !== undefined) return known;
    const rules = rulesReaching(place, this.#reached);
    this.#known.set(place.pattern, rules);
    return rules;
  }
}

/** What all of some sets have; of none, nothing. */
function common([first, ...others]: readonly ReadonlySet<number>[]): Set<number> {
  return new Set([...(first ?? [])].filter((one) => others.every((other) => other.has(one))));
}
