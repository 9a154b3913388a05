import type { PlaceName } from './place-names.js';

/** Ends of names; a misspelt name keeps its own. */
const ends = '市县区省州盟旗';
/** Words that end like a district and are none. */
const common =
  /(?:高新|经开|开发|经济|工业|科技|保税|保护|风景|示范|度假|旅游|管理|新城|矿|郊|园|产业|实验|合作|[^自]治|自[^治])区$/;
const farthest = 16;

/** Finds names that a text misses by one code point: one wrong, one too many, one missing. */
export class NearNames {
  readonly #names: readonly PlaceName[];
  readonly #known: ReadonlySet<string>;
  /** Names by themselves and by what is left when one code point is taken out; made for the first text that needs it. */
  #byRest: ReadonlyMap<string, readonly PlaceName[]> | undefined;

  /** `known`: names that are no misspelling of another. */
  constructor(names: readonly PlaceName[], known: ReadonlySet<string>) {
    this.#names = names;
    this.#known = known;
  }

  /**
   * The places that a part of the text from `position` on misses by one code point, for the shortest part that misses
   * any of those that `admits` lets pass; `end` is where that part ends.
   */
  at(
    text: string,
    position: number,
    admits: (name: PlaceName) => boolean,
  ): { places: PlaceName[]; end: number } | null {
    const last = Math.min(text.length, position + farthest);
    for (let end = position + 2; end <= last; end += 1) {
      if (!ends.includes(text.charAt(end - 1))) continue;
      const part = text.slice(position, end);
      if (this.#known.has(part) || common.test(part)) return null;
      this.#byRest ??= byRest(this.#names);
      const found = new Map<string, PlaceName>();
      for (const rest of rests(part)) {
        for (const name of this.#byRest.get(rest) ?? []) {
          if (!found.has(name.code) && admits(name) && missesByOne(part, name.name)) found.set(name.code, name);
        }
      }
      if (found.size > 0) return { places: [...found.values()], end };
    }
    return null;
  }
}

function byRest(names: readonly PlaceName[]): Map<string, PlaceName[]> {
  const map = new Map<string, PlaceName[]>();
  for (const name of names) {
    for (const rest of rests(name.name)) {
      const list = map.get(rest);
      if (list === undefined) map.set(rest, [name]);
      else list.push(name);
    }
  }
  return map;
}

function rests(name: string): string[] {
  const found = [name];
  for (let at = 0; at < name.length; ) {
    const width = (name.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    found.push(name.slice(0, at) + name.slice(at + width));
    at += width;
  }
  return found;
}

/** One code point apart and the last one the same; of those before it one is left as it is, two where the lengths differ. */
export function missesByOne(part: string, name: string): boolean {
  const [a, b] = [Array.from(part), Array.from(name)];
  if (Math.abs(a.length - b.length) > 1 || a.at(-1) !== b.at(-1)) return false;
  let front = 0;
  while (front < a.length && front < b.length && a[front] === b[front]) front += 1;
  let back = 0;
  while (back < Math.min(a.length, b.length) - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back += 1;
  const [changed, needed] = [a.length - front - back, b.length - front - back];
  if (Math.max(changed, needed) !== 1) return false;
  const kept = front + back - 1;
  return kept >= (a.length === b.length ? 1 : 2);
}
