import { type AreaCodes, isWithin } from './area-codes.js';
import type { AddressArea, AreaWord } from './area-reading.js';
import { NearNames } from './near-names.js';
import type { PlaceName } from './place-names.js';
import { PlaceNamesAt } from './place-names-at.js';

/** A place that a part of the text names. */
export interface PlaceStep {
  readonly place: PlaceName;
  readonly start: number;
  readonly end: number;
  readonly word: AreaWord;
}

export interface FoundPlaces extends AddressArea {
  readonly steps: readonly PlaceStep[];
}

/** Postcodes, marks and the country before the first area. */
const before = /^[\s\d()（）\-—,，.。:：;；、·]*(?:中华人民共和国|中国|中國)?[\s\d()（）\-—,，.。:：;；、·]*/;
const foreign =
  /^(?:日本|韩国|韓國|大韩民国|朝鲜|美国|美國|德国|德國|英国|英國|法国|法國|瑞士|瑞典|荷兰|意大利|芬兰|新加坡|加拿大|澳大利亚|印度|越南|泰国|马来西亚|俄罗斯|丹麦|挪威|比利时|奥地利|西班牙|以色列)/;
/** What stands between a place and the smaller one in it, beside marks: placeholders and divisions of the Bingtuan. */
const placeholder = /(?:市辖区|(?:省|自治区)直辖县级行政区划|第[一二三四五六七八九十]{1,3}师)[\s,，、·]*/y;
const marks = ' \t\n\r\u3000\u00a0,，、·';
const nothing: FoundPlaces = { area: 'XX', steps: [] };

/** Reads the place out of a Chinese address: the larger places first, each in the one before. */
export class ChineseAddress {
  readonly #names: PlaceNamesAt;
  readonly #near: NearNames;
  readonly #codes: AreaCodes;
  readonly #letters: ReadonlyMap<string, PlaceName>;

  constructor(names: readonly PlaceName[], letters: ReadonlyMap<string, string>, codes: AreaCodes) {
    this.#names = new PlaceNamesAt(names);
    // 广西省 is no name of today and is written all the same: 广冬省 can mean it.
    const whole = names.filter(
      ({ name, form }) => name.length >= 3 && (form === 'whole' || (form === 'short' && name.endsWith('省'))),
    );
    this.#near = new NearNames(whole, new Set(names.filter(({ form }) => form !== 'short').map(({ name }) => name)));
    this.#codes = codes;
    this.#letters = new Map(
      [...letters].map(([name, code]) => [name, { name, code, level: 'province', form: 'short' } as const]),
    );
  }

  find(text: string): FoundPlaces {
    const start = firstCharacter(text);
    const found = this.#names.first(text, start);
    const [first, second] = found;
    if (first === undefined && foreign.test(text)) return nothing;
    if (first === undefined) return this.#letter(text, start) ?? this.#misspelt(text, start) ?? this.#contained(text);
    if (second !== undefined) return this.#between(found, []);
    return this.#descend(text, step(first, start));
  }

  /** From a place into the smallest one that the address names in it. */
  #descend(text: string, first: PlaceStep): FoundPlaces {
    const steps = [first];
    let { place, end: at } = first;
    while (place.level !== 'county') {
      at = pastMarks(text, at);
      const inner = this.#names.inside(place, text, at);
      const [next, other] = inner;
      if (other !== undefined) return this.#between(inner, steps);
      if (next !== undefined) {
        steps.push(step(next, at));
        place = next;
        at += next.name.length;
        continue;
      }
      const [named, unsure] = this.#names.longest(text, at, ({ form, name }) => form !== 'short' && name.length >= 3);
      if (named !== undefined && isWithin(place.code, named.code)) {
        at += named.name.length;
        continue;
      }
      if (named !== undefined) {
        const sure = unsure === undefined || isWithin(unsure.code, named.code);
        return sure ? this.#against(text, at, named, steps) : ended(steps);
      }
      const within = place;
      const near = this.#near.at(text, at, ({ code }) => code !== within.code && isWithin(code, within.code));
      const [only, more] = this.#narrowed(text, near);
      if (near === null || only === undefined) return ended(steps);
      if (more !== undefined) return this.#between(near.places, steps);
      steps.push({ place: only, start: at, end: near.end, word: 'misspelt' });
      place = only;
      at = near.end;
    }
    return this.#cityOrCounty(text, at, steps);
  }

  /** A county called 市 may be a misspelt city: then the county of another city stands behind it. */
  #cityOrCounty(text: string, at: number, steps: readonly PlaceStep[]): FoundPlaces {
    const last = steps.at(-1)?.place;
    const sure = last === undefined || !last.name.endsWith('市') || steps.some(({ place }) => place.level === 'city');
    if (sure) return ended(steps);
    const behind = pastMarks(text, at);
    const named = this.#names.longest(
      text,
      behind,
      ({ form, level, name }) => form === 'whole' && level === 'county' && name.length >= 3,
    );
    if (named.length === 0 || named.some(({ code }) => code === last.code)) return ended(steps);
    const candidates = [last.code, ...named.map(({ code }) => code)];
    return { area: this.#codes.common(candidates), candidates, steps };
  }

  /** A place directly behind one that it does not lie in: a district leaves the province and city before it. */
  #against(text: string, at: number, named: PlaceName, steps: readonly PlaceStep[]): FoundPlaces {
    const { area } = ended(steps);
    const other = this.#descend(text, step(named, at));
    const candidates = [area, other.area === 'XX' ? named.code : other.area];
    if (steps.length > 1 && named.level === 'county' && named.name.endsWith('区')) return { area, candidates, steps };
    return { area: this.#codes.common(candidates), candidates, steps };
  }

  #between(places: readonly PlaceName[], steps: readonly PlaceStep[]): FoundPlaces {
    const candidates = places.map(({ code }) => code);
    return { area: this.#codes.common(candidates), candidates, steps };
  }

  /** 粤, where a place of the province follows. */
  #letter(text: string, start: number): FoundPlaces | null {
    const province = this.#letters.get(text.charAt(start));
    if (province === undefined) return null;
    const found = this.#descend(text, step(province, start));
    return found.steps.length > 1 && found.steps[1]?.word !== 'misspelt' ? found : null;
  }

  #misspelt(text: string, start: number): FoundPlaces | null {
    const near = this.#near.at(text, start, ({ level, name }) => level !== 'county' || name.length > 4);
    const [only, more] = this.#narrowed(text, near);
    if (near === null || only === undefined) return null;
    if (more !== undefined) return this.#between(near.places, []);
    return this.#descend(text, { place: only, start, end: near.end, word: 'misspelt' });
  }

  /** Of several places, the one in which the text goes on; all where it goes on in none or in more than one. */
  #narrowed(text: string, near: { readonly places: readonly PlaceName[]; readonly end: number } | null) {
    if (near === null || near.places.length < 2) return near?.places ?? [];
    const at = pastMarks(text, near.end);
    const [only, other] = near.places.filter((place) => {
      const [inner] = this.#names.inside(place, text, at);
      return inner !== undefined && inner.form !== 'short';
    });
    return only !== undefined && other === undefined ? [only] : near.places;
  }

  /** Whole names of provinces and cities behind the beginning, as long as one lies in the other. */
  #contained(text: string): FoundPlaces {
    let deepest: FoundPlaces | null = null;
    for (let at = 0; at < text.length; at += 1) {
      const found = this.#names.longest(
        text,
        at,
        ({ form, level, name }) => form !== 'short' && level !== 'county' && name.length >= 3,
      );
      const [first, more] = found;
      if (first === undefined || more !== undefined) continue;
      const here = this.#descend(text, { ...step(first, at), word: 'contained' });
      if (deepest === null || isWithin(here.area, deepest.area)) deepest = here;
      else if (!isWithin(deepest.area, here.area)) {
        const candidates = [deepest.area, here.area];
        return { area: this.#codes.common(candidates), candidates, steps: [...deepest.steps, ...here.steps] };
      }
      at = (here.steps.at(-1)?.end ?? at + 1) - 1;
    }
    return deepest ?? nothing;
  }
}

/** Where the first area can begin. */
function firstCharacter(text: string): number {
  const code = text.charCodeAt(0);
  // Most addresses begin with an ideograph that is not the first of 中国.
  if (code > 0x4e2d && code < 0xa000) return 0;
  return before.exec(text)?.[0].length ?? 0;
}

function step(place: PlaceName, start: number): PlaceStep {
  const word = place.form === 'whole' ? 'exact' : place.form === 'old' ? 'old-name' : 'abbreviated';
  return { place, start, end: start + place.name.length, word };
}

function ended(steps: readonly PlaceStep[]): FoundPlaces {
  return { area: steps.at(-1)?.place.code ?? 'XX', steps };
}

function pastMarks(text: string, at: number): number {
  let position = at;
  while (position < text.length && marks.includes(text.charAt(position))) position += 1;
  if (!'市省自第'.includes(text.charAt(position))) return position;
  placeholder.lastIndex = position;
  return position + (placeholder.exec(text)?.[0].length ?? 0);
}
