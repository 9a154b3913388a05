import { AreaCodes } from './area-codes.js';
import { type AddressArea, type AreaEvidence, type AreaReading, areaConfidence, weakestWord } from './area-reading.js';
import { ChineseAddress, type FoundPlaces } from './chinese-address.js';
import { earlierNames } from './earlier-names.js';
import { LatinAddress } from './latin-address.js';
import { MemoAreas } from './memo-areas.js';
import { namesOf, placeLines } from './place-names.js';

const unknown: AddressArea = { area: 'XX' };
const remembered = 20_000;
const foreignCode = /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/;
const wide = /[\uff00-\uffef]/;
const letters = /[A-Za-z]/;

/** Texts of files in `definitions/reference`. */
export interface PlaceSheets {
  /** `areas.csv`: `code,level,zh-Hans,zh-Hant,en,full_name`. */
  readonly areas: string;
  /** `area-names.csv`: old names and codes, short forms; left out: none. */
  readonly names?: string;
  /** `memo-areas.csv`; left out: none. */
  readonly memo?: string;
}

/**
 * Reads the area out of an address by the names of provinces, cities and counties: as listed, shortened, old or misspelt.
 * What two areas share stays unresolved.
 */
export class AddressReader {
  readonly #codes: ReadonlySet<string>;
  /** Cities and provinces that old codes stand for. */
  readonly #named: ReadonlySet<string>;
  readonly #tree: AreaCodes;
  readonly #successors: ReadonlyMap<string, readonly string[]>;
  readonly #chinese: ChineseAddress;
  readonly #latin: LatinAddress;
  readonly #memo: MemoAreas;
  readonly #known = new Map<string, AddressArea>();

  constructor(sheets: PlaceSheets) {
    const lines = placeLines(sheets.areas);
    this.#codes = new Set(lines.map(({ code }) => code));
    const listed = lines.flatMap(namesOf);
    this.#named = new Set(listed.map(({ code }) => code));
    this.#tree = new AreaCodes(this.#named);
    const levels = new Map(lines.map(({ code, level }) => [code, level]));
    const earlier = earlierNames(sheets.names ?? '', levels);
    this.#successors = earlier.successors;
    this.#chinese = new ChineseAddress([...listed, ...earlier.names], earlier.letters, this.#tree);
    this.#latin = new LatinAddress(lines.filter(({ level }) => level === 'province'));
    this.#memo = new MemoAreas(sheets.memo ?? '');
  }

  /** The area of an address; `XX` for null, for a foreign one and for one that two areas share. */
  read(address: string | null): AddressArea {
    if (address === null) return unknown;
    const known = this.#known.get(address);
    if (known !== undefined) return known;
    const text = plain(address);
    const found = this.#chinese.find(text);
    const { area, candidates } = isNothing(found) && letters.test(text) ? this.#latin.find(text) : found;
    const told = candidates === undefined ? { area } : { area, candidates };
    if (this.#known.size >= remembered) this.#known.clear();
    this.#known.set(ownCopy(address), told);
    return told;
  }

  /** The area of an address as `read` gives it, with what speaks for it. */
  explain(address: string): AreaReading {
    const text = plain(address);
    const { area, candidates, evidence } = this.#find(text);
    const word = weakestWord(evidence.map((part) => part.word));
    return {
      area,
      ...(candidates === undefined ? {} : { candidates }),
      word,
      confidence: area === 'XX' || word === null ? 0 : areaConfidence[word],
      evidence,
      memo: area === 'XX' ? [] : this.#memo.of(area, text),
      text,
    };
  }

  /**
   * The area of a stated code or name; null when it is none or not sure. A code of GB/T 2260 that is no longer listed
   * stands for the area that followed it, else for the city or province it lies in.
   */
  settle(stated: string): string | null {
    if (/^\d{6}$/.test(stated)) return this.#settleCode(stated);
    if (foreignCode.test(stated)) return stated;
    const { area, candidates, word } = this.explain(stated);
    return area === 'XX' || candidates !== undefined || word === 'misspelt' ? null : area;
  }

  #settleCode(code: string): string | null {
    if (this.#codes.has(code)) return code;
    const followed = this.#successors.get(code);
    const common = followed === undefined ? 'XX' : this.#tree.common(followed);
    if (common !== 'XX') return common;
    return [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].find((area) => this.#named.has(area)) ?? null;
  }

  #find(text: string): AddressArea & { readonly evidence: readonly AreaEvidence[] } {
    const found = this.#chinese.find(text);
    if (isNothing(found) && letters.test(text)) return this.#latin.find(text);
    return {
      ...found,
      evidence: found.steps.map(({ place, start, end, word }) => {
        return { start, end, text: text.slice(start, end), code: place.code, level: place.level, word };
      }),
    };
  }
}

function isNothing({ steps, candidates }: FoundPlaces): boolean {
  return steps.length === 0 && candidates === undefined;
}

function plain(address: string): string {
  return wide.test(address) ? address.normalize('NFKC') : address;
}

/** A text of its own: a slice would keep the block it was cut from in memory. */
function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
