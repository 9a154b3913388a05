import { isWithin } from './area-codes.js';
import { NameTrie } from './name-trie.js';
import type { PlaceLevel, PlaceName } from './place-names.js';

const rank: Readonly<Record<PlaceLevel, number>> = { province: 0, city: 1, county: 2 };
/** `北京东路`, `南京西街`: a short name that goes on like this names a street. */
const street = /^[东南西北中上下内外]{0,2}[一二三四五六七八九十]{0,2}(?:路|街|大街|大道|道|巷|弄|胡同)/;
/** What makes another name of the short name of a county, as in 昆山路, 江阴大厦. */
const goesOn = /^(?:[路街道巷弄镇乡村桥门山河江湖海大中小东西南北新老楼园港湾里]|.{0,3}[县区]|.{0,9}(?:省|自治))/;
/** What makes a longer name, misspelt, of the short name of a city, as in 内江古自治区. */
const largerName = /^.?(?:省|自治)/;

/** Finds names at a place of a text, the longest first, a current one before an old one. */
export class PlaceNamesAt {
  readonly #trie: NameTrie<PlaceName>;
  /** City names without their end that are part of a county's name elsewhere: 朝阳 of 朝阳市, 朝阳区 in 北京. */
  readonly #shared: ReadonlySet<string>;
  readonly #found: (readonly PlaceName[])[] = [];

  constructor(names: readonly PlaceName[]) {
    const byName = new Map<string, PlaceName[]>();
    const stems = new Map<string, Set<string>>();
    for (const name of names) {
      byName.set(name.name, [...(byName.get(name.name) ?? []), name]);
      if (name.level !== 'county' || name.form !== 'whole') continue;
      const stem = name.name.replace(/(?:[市县区旗])$/, '');
      stems.set(stem, (stems.get(stem) ?? new Set()).add(name.code.slice(0, 4)));
    }
    for (const list of byName.values()) {
      list.sort((a, b) => Number(a.form === 'old') - Number(b.form === 'old') || rank[a.level] - rank[b.level]);
    }
    this.#shared = new Set(
      names
        .filter(({ name, level, form, code }) => {
          const cities = stems.get(name);
          return level === 'city' && form === 'short' && [...(cities ?? [])].some((city) => city !== code.slice(0, 4));
        })
        .map(({ name }) => name),
    );
    this.#trie = new NameTrie(byName);
  }

  /** At the beginning of an address: every area of the longest name; of one name on two levels the larger area's. */
  first(text: string, position: number): PlaceName[] {
    const count = this.#trie.allAt(text, position, this.#found);
    for (let at = count - 1; at >= 0; at -= 1) {
      const list = this.#found[at] ?? [];
      const first = list.find((name) => this.#begins(name, text, position));
      if (first === undefined) continue;
      return unique(list.filter(({ level, form }) => level === first.level && form === first.form));
    }
    return [];
  }

  /** Behind `place`: every area in it of the longest name. */
  inside(place: PlaceName, text: string, position: number): PlaceName[] {
    if (place.level === 'county') return [];
    const prefix = place.code.slice(0, place.level === 'province' ? 2 : 4);
    const level = rank[place.level];
    const count = this.#trie.allAt(text, position, this.#found);
    for (let at = count - 1; at >= 0; at -= 1) {
      const same: PlaceName[] = [];
      for (const name of this.#found[at] ?? []) {
        if (!name.code.startsWith(prefix) || rank[name.level] <= level || !followed(name, text, position)) continue;
        const [first] = same;
        if (first === undefined || (name.level === first.level && name.form === first.form)) same.push(name);
      }
      if (same.length > 0) return unique(same);
    }
    return [];
  }

  /** Every area of the longest name at `position`, with the forms it is wanted in. */
  longest(text: string, position: number, wanted: (name: PlaceName) => boolean): PlaceName[] {
    const count = this.#trie.allAt(text, position, this.#found);
    for (let at = count - 1; at >= 0; at -= 1) {
      const found = (this.#found[at] ?? []).filter(wanted);
      if (found.length > 0) return unique(found);
    }
    return [];
  }

  #begins(name: PlaceName, text: string, position: number): boolean {
    if (name.form !== 'short') return true;
    if (name.level === 'county' || !followed(name, text, position)) return false;
    if (name.level !== 'city' || !this.#shared.has(name.name)) return true;
    const behind = position + name.name.length;
    return this.#confirmed(name, text, behind);
  }

  #confirmed(name: PlaceName, text: string, position: number): boolean {
    const behind: (readonly PlaceName[])[] = [];
    const count = this.#trie.allAt(text, position, behind);
    return behind.slice(0, count).some((list) => list.some(({ code }) => isWithin(code, name.code)));
  }
}

function followed({ form, level, name }: PlaceName, text: string, position: number): boolean {
  if (form !== 'short') return true;
  const behind = text.slice(position + name.length, position + name.length + 12);
  if (street.test(behind)) return false;
  if (level === 'city') return !largerName.test(behind);
  return level === 'province' || !goesOn.test(behind);
}

function unique(names: readonly PlaceName[]): PlaceName[] {
  return names.length === 1 ? [...names] : [...new Map(names.map((place) => [place.code, place])).values()];
}
