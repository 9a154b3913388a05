import { UserFault } from './fault.js';
import type { Language, LocalizedText } from './language.js';
import { nearestWord } from './nearest.js';

/**
 * `group`: ALL, CN, CN-ML; `province`, `city`, `county`: GB/T 2260; `country`: ST.3 of another office;
 * `state`: its parts; `unknown`: XX.
 */
export type AreaLevel = 'group' | 'province' | 'city' | 'county' | 'country' | 'state' | 'unknown';

export interface Area {
  readonly code: string;
  readonly level: AreaLevel;
  readonly names: LocalizedText;
}

const text = (hans: string, hant: string, en: string): LocalizedText => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** Areas that hold other areas; `XX` is where records stand whose area is not known. */
const groups: readonly Area[] = [
  { code: 'ALL', level: 'group', names: text('全部申请人', '全部申請人', 'All applicants') },
  {
    code: 'CN',
    level: 'group',
    names: text('全国（含港澳台）', '全國（含港澳台）', 'China with Hong Kong, Macao, Taiwan'),
  },
  { code: 'CN-ML', level: 'group', names: text('全国（不含港澳台）', '全國（不含港澳台）', 'China, mainland') },
  { code: 'XX', level: 'unknown', names: text('地区不明', '地區不明', 'Area not known') },
];
const outsideMainland = new Set(['710000', '810000', '820000']);
const countryPattern = /^[A-Z]{2}$/;
const statePattern = /^[A-Z]{2}-[A-Z0-9]{1,3}$/;

/** The areas that figures are counted for: a tree read from `definitions/reference/areas.csv`. */
export class AreaDirectory {
  readonly #areas = new Map<string, Area>(groups.map((area) => [area.code, area]));
  readonly #ancestors = new Map<string, readonly string[]>();

  /** `csv`: header `code,level,zh-Hans,zh-Hant,en`; a line an area; empty zh-Hant or en fall back to zh-Hans. */
  constructor(csv: string) {
    for (const line of csv.split('\n').slice(1)) {
      const [code, level, hans, hant, en] = line.trim().split(',');
      if (code === undefined || code === '' || hans === undefined) continue;
      this.#areas.set(code, { code, level: level as AreaLevel, names: text(hans, hant || hans, en || hans) });
    }
  }

  /** The area of a code; countries by ST.3 and their parts need no entry. Throws `area-unknown`. */
  get(code: string): Area {
    const known = this.#areas.get(code);
    if (known !== undefined) return known;
    if (countryPattern.test(code)) return { code, level: 'country', names: text(code, code, code) };
    if (statePattern.test(code)) return { code, level: 'state', names: text(code, code, code) };
    const near = nearestWord(code, this.#areas.keys());
    throw new UserFault('area-unknown', {
      found: code,
      expected: 'a GB/T 2260 code, CN, CN-ML, ALL or an ST.3 code',
      ...(near === null ? {} : { didYouMean: near }),
    });
  }

  has(code: string): boolean {
    return this.#areas.has(code) || countryPattern.test(code) || statePattern.test(code);
  }

  name(code: string, language: Language): string {
    return this.get(code).names[language];
  }

  /** The 34 provincial units, by code. */
  provinces(): Area[] {
    return this.listed().filter((area) => area.level === 'province');
  }

  /** Every listed area: groups, provinces, cities, counties, by code. */
  listed(): Area[] {
    return [...this.#areas.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** The area itself and every area it lies in, the smallest first: 440305 → 440300, 440000, CN-ML, CN, ALL. */
  lineage(code: string): readonly string[] {
    const known = this.#ancestors.get(code);
    if (known !== undefined) return known;
    const lineage = this.#trace(code);
    this.#ancestors.set(code, lineage);
    return lineage;
  }

  /** True when `inner` is `outer` or lies in it. */
  within(inner: string, outer: string): boolean {
    return this.lineage(inner).includes(outer);
  }

  #trace(code: string): string[] {
    if (code === 'ALL') return ['ALL'];
    if (!/^\d{6}$/.test(code)) {
      if (code === 'CN-ML') return ['CN-ML', 'CN', 'ALL'];
      const country = code.slice(0, 2);
      return code === country ? [code, 'ALL'] : [code, country, 'ALL'];
    }
    const province = `${code.slice(0, 2)}0000`;
    const steps = [code, `${code.slice(0, 4)}00`, province];
    const tail = outsideMainland.has(province) ? ['CN', 'ALL'] : ['CN-ML', 'CN', 'ALL'];
    return [...new Set(steps), ...tail];
  }
}
