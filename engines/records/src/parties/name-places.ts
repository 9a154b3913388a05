import { namesOf, placeLines } from '../places/place-names.js';

/** A name without the places that it begins with. */
export interface NameCore {
  readonly core: string;
  /** The area of the last place taken off; null where the name begins with none. */
  readonly place: string | null;
}

/** Finds the places at the beginning of Chinese names: 深圳市华星科技 is 华星科技 of 440300. */
export class NamePlaces {
  readonly #codes = new Map<string, string>();
  #longest = 0;

  /** `csv`: `definitions/reference/areas.csv`. */
  constructor(csv: string) {
    for (const line of placeLines(csv)) {
      for (const { name } of namesOf(line)) {
        if (!this.#codes.has(name)) this.#codes.set(name, line.code);
        this.#longest = Math.max(this.#longest, name.length);
      }
    }
  }

  /** The name behind its places; at least two characters are left. */
  coreOf(folded: string): NameCore {
    let [core, place]: [string, string | null] = [folded, null];
    for (;;) {
      const length = this.#placeAt(core);
      if (length === 0 || core.length - length < 2) return { core, place };
      place = this.#codes.get(core.slice(0, length)) ?? place;
      core = core.slice(length);
    }
  }

  #placeAt(text: string): number {
    for (let length = Math.min(this.#longest, text.length); length >= 2; length -= 1) {
      if (this.#codes.has(text.slice(0, length))) return length;
    }
    return 0;
  }
}
