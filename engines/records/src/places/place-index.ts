/** A name under which an area stands in addresses. */
export interface PlaceName {
  readonly name: string;
  readonly code: string;
  readonly level: PlaceLevel;
  /** `广东` for `广东省`: also the start of many street names. */
  readonly short: boolean;
}

export type PlaceLevel = 'province' | 'city' | 'county';

const rank: Readonly<Record<PlaceLevel, number>> = { province: 0, city: 1, county: 2 };
/** `北京东路`, `南京西街`: a short name that goes on like this names a street. */
const street = /^[东南西北中上下内外]{0,2}[一二三四五六七八九十]{0,2}(?:路|街|大街|大道|道|巷|弄|胡同)/;

/** Finds the longest name at a place of a text, by its first two characters. */
export class PlaceIndex {
  readonly #byStart = new Map<string, PlaceName[]>();

  constructor(names: Iterable<PlaceName>) {
    for (const name of names) {
      const start = name.name.slice(0, 2);
      const list = this.#byStart.get(start);
      if (list === undefined) this.#byStart.set(start, [name]);
      else list.push(name);
    }
    for (const list of this.#byStart.values()) {
      list.sort((a, b) => b.name.length - a.name.length || rank[a.level] - rank[b.level]);
    }
  }

  /** Every area of the longest name that stands at `position`; of one name on two levels, the larger area's. */
  longestAt(text: string, position: number): PlaceName[] {
    const list = this.#byStart.get(text.slice(position, position + 2));
    const first = list?.find(
      ({ name, short }) =>
        text.startsWith(name, position) &&
        !(short && street.test(text.slice(position + name.length, position + name.length + 8))),
    );
    if (list === undefined || first === undefined) return [];
    const same = list.filter(({ name, level }) => name === first.name && level === first.level);
    return [...new Map(same.map((place) => [place.code, place])).values()];
  }
}
