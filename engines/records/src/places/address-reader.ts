import { PlaceIndex, type PlaceName } from './place-index.js';
import { namesOf, type PlaceLine, placeLines } from './place-names.js';

/** What an address tells: the smallest area that is certain, `XX` when none is. */
export interface AddressArea {
  readonly area: string;
  /** The areas between which the address does not decide. */
  readonly candidates?: readonly string[];
}

/** Postcodes, marks and the country before the first area. */
const before = /^[\s\d()（）\-—,，.。:：;；、·]*(?:中华人民共和国|中国|中國)?[\s\d()（）\-—,，.。:：;；、·]*/;
/** Marks and placeholders between a place and the smaller one in it. */
const between = /[\s,，、·]*(?:(?:市辖区|(?:省|自治区)直辖县级行政区划)[\s,，、·]*)?/y;
const unknown: AddressArea = { area: 'XX' };
const remembered = 20_000;
const foreignCode = /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/;

/**
 * Reads the area out of an address by the longest name: province, then city and county in it. A city or county
 * without province counts where its name is the only one; English names of provinces count as whole words.
 */
export class AddressReader {
  readonly #top: PlaceIndex;
  /** The places inside a place, by its code. */
  readonly #inside = new Map<string, PlaceIndex>();
  readonly #codes: ReadonlySet<string>;
  /** Cities and provinces that old codes stand for. */
  readonly #named: ReadonlySet<string>;
  readonly #repeats: ReadonlyMap<string, readonly PlaceName[]>;
  readonly #english: ReadonlyMap<string, string>;
  readonly #englishNames: RegExp;
  readonly #known = new Map<string, AddressArea>();

  /** `csv`: the text of `definitions/reference/areas.csv`, header `code,level,zh-Hans,zh-Hant,en,full_name`. */
  constructor(csv: string) {
    const lines = placeLines(csv);
    this.#codes = new Set(lines.map(({ code }) => code));
    this.#named = new Set(lines.flatMap(namesOf).map(({ code }) => code));
    this.#top = new PlaceIndex(lines.flatMap(namesOf));
    const members = new Map<string, PlaceName[]>();
    for (const line of lines) {
      for (const parent of parentsOf(line)) members.set(parent, [...(members.get(parent) ?? []), ...namesOf(line)]);
    }
    for (const [parent, names] of members) this.#inside.set(parent, new PlaceIndex(names));
    const provinces = lines.filter(({ level }) => level === 'province');
    this.#repeats = new Map(provinces.map((line) => [line.code, namesOf(line)]));
    this.#english = new Map(provinces.map(({ code, english }) => [english.toLowerCase(), code]));
    const words = provinces.map(({ english }) => english.replaceAll(' ', '\\s+')).sort((a, b) => b.length - a.length);
    this.#englishNames = new RegExp(`\\b(?:${words.join('|')})\\b`, 'gi');
  }

  /** The area of an address; `XX` for null, for a foreign one and for one that two areas share. */
  read(address: string | null): AddressArea {
    if (address === null) return unknown;
    const known = this.#known.get(address);
    if (known !== undefined) return known;
    const area = this.#read(/[\uff00-\uffef]/.test(address) ? address.normalize('NFKC') : address);
    if (this.#known.size >= remembered) this.#known.clear();
    this.#known.set(ownCopy(address), area);
    return area;
  }

  /**
   * The area of a stated code or name; null when it is none. A code of GB/T 2260 that is no longer listed stands for the
   * city or province it lies in.
   */
  settle(stated: string): string | null {
    if (/^\d{6}$/.test(stated)) {
      if (this.#codes.has(stated)) return stated;
      return [`${stated.slice(0, 4)}00`, `${stated.slice(0, 2)}0000`].find((code) => this.#named.has(code)) ?? null;
    }
    if (foreignCode.test(stated)) return stated;
    const { area, candidates } = this.read(stated);
    return area === 'XX' || candidates !== undefined ? null : area;
  }

  #read(text: string): AddressArea {
    const start = before.exec(text)?.[0].length ?? 0;
    const found = this.#top.longestAt(text, start);
    const [first, second] = found;
    if (first === undefined) return this.#readEnglish(text);
    if (second !== undefined) return { area: 'XX', candidates: found.map(({ code }) => code) };
    return this.#descend(text, start, first);
  }

  /** From a province or city into the smallest place that the address names. */
  #descend(text: string, start: number, first: PlaceName): AddressArea {
    let place = first;
    let at = start + first.name.length;
    for (;;) {
      at = pastMarks(text, at);
      const inner = this.#inside.get(place.code)?.longestAt(text, at) ?? [];
      const [next, other] = inner;
      if (other !== undefined) return { area: place.code, candidates: inner.map(({ code }) => code) };
      if (next === undefined) {
        const repeat = this.#repeats.get(place.code)?.find(({ name, short }) => !short && text.startsWith(name, at));
        if (repeat === undefined) return { area: place.code };
        at += repeat.name.length;
        continue;
      }
      place = next;
      at += next.name.length;
    }
  }

  #readEnglish(text: string): AddressArea {
    const names = text.match(this.#englishNames) ?? [];
    const codes = [...new Set(names.map((name) => this.#english.get(name.toLowerCase().replaceAll(/\s+/g, ' '))))];
    const found = codes.filter((code) => code !== undefined);
    const [only, other] = found;
    if (only === undefined) return unknown;
    return other === undefined ? { area: only } : { area: 'XX', candidates: found };
  }
}

/** A county can follow its city, or the province without it. */
function parentsOf({ code, level }: PlaceLine): string[] {
  const province = `${code.slice(0, 2)}0000`;
  if (level === 'province') return [];
  return level === 'city' ? [province] : [province, `${code.slice(0, 4)}00`];
}

function pastMarks(text: string, at: number): number {
  between.lastIndex = at;
  return at + (between.exec(text)?.[0].length ?? 0);
}

/** A text of its own: a slice would keep the block it was cut from in memory. */
function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
