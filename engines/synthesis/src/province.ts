import { UserFault } from '@zhiheng/vocabulary';
import { provinceShares } from './province-shares.js';
import type { Random } from './random.js';
import { WeightedChoice } from './weighted-choice.js';

/** A provincial unit with the beginnings of addresses in it. */
export interface Province {
  readonly code: string;
  /** `广东` */
  readonly name: string;
  /** Share of domestic applications, between 0 and 1. */
  readonly share: number;
  /** Draws a place, those that lead their province most often. */
  readonly place: (random: Random) => Place;
}

/** A county, or a city or province where no county is told. */
export interface Place {
  /** Code of the smallest area told. */
  readonly code: string;
  /** `广东省` */
  readonly province: string;
  /** `广东` */
  readonly provinceShort: string;
  /** `深圳市`; empty where the county lies under the province directly. */
  readonly city: string;
  /** `南山区`; empty where a city has none. */
  readonly county: string;
  /** A name that the county bore before; null: none known. */
  readonly oldName: string | null;
  /** `深圳`: what names of parties begin with, the province's name where there is no city. */
  readonly word: string;
}

interface AreaLine {
  readonly code: string;
  readonly level: string;
  readonly name: string;
  readonly fullName: string;
}

/** Cities and districts that lead their province or city; the rest follow in the order of their codes. */
const leading: readonly string[] = (
  '110108 110105 110106 110114 120116 120111 120110 210200 310115 310112 310104 320500 320100 320200 330100 330200 ' +
  '330300 340100 350200 350100 370200 370100 410100 420100 420111 430100 440300 440100 441900 440600 440305 440306 ' +
  '440307 440106 440112 500112 500107 510100 510107 610100 610113 320505 320583 330106 330108 350211 370203'
).split(' ');
const leadingRank = new Map(leading.map((code, index) => [code, index]));

/**
 * The 34 provincial units of an area table (`code,level,zh-Hans,…,full_name`). Throws `file-unreadable` when one is missing.
 *
 * @param areaNamesCsv text of `area-names.csv`, for old names of counties; empty: none are used
 */
export function readProvinces(areasCsv: string, areaNamesCsv = ''): Province[] {
  const areas = readAreas(areasCsv);
  const oldNames = readOldNames(areaNamesCsv);
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const total = provinceShares.reduce((sum, [, weight]) => sum + weight, 0);
  return provinceShares.map(([code, weight]) => {
    const area = byCode.get(code);
    if (area === undefined) {
      throw new UserFault('file-unreadable', { place: { field: 'areasCsv' }, expected: `a line for ${code}` });
    }
    return { code, name: area.name, share: weight / total, place: placesOf(area, areas, oldNames) };
  });
}

/** Characters that are misread for others and stand in no name of an area: a name with one of them is no other name. */
export function wrongCharacters(areasCsv: string): string[] {
  return [...'楠磊沣鑫淼焱垚犇骉晶姗烨瑭妤'].filter((character) => !areasCsv.includes(character));
}

/** Old names by the area that followed, where one did. */
function readOldNames(csv: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const line of csv.split('\n')) {
    const [name = '', area = '', kind] = line.split(',');
    if (kind === 'old-name' && /^\d{6}$/.test(area) && !names.has(area)) names.set(area, name);
  }
  return names;
}

function readAreas(csv: string): AreaLine[] {
  const [header = '', ...lines] = csv.split('\n');
  const column = header.trim().split(',').indexOf('full_name');
  return lines.flatMap((line) => {
    const fields = line.trim().split(',');
    const [code = '', level = '', name = ''] = fields;
    // Codes whose fifth digit is 7 are development zones of statistics, not administrative areas.
    if (name === '' || code.charAt(4) === '7') return [];
    return [{ code, level, name, fullName: fields[column] || name }];
  });
}

function placesOf(
  province: AreaLine,
  areas: readonly AreaLine[],
  oldNames: ReadonlyMap<string, string>,
): (random: Random) => Place {
  const head = { province: province.fullName, provinceShort: province.name };
  const cities = inOrder(areas.filter((area) => area.level === 'city' && sameStart(area, province, 2)));
  if (cities.length === 0) {
    const only: Place = { ...head, code: province.code, city: '', county: '', oldName: null, word: province.name };
    return () => only;
  }
  const choice = zipf(
    cities.map((city) => {
      // 市辖区, 县 and 省直辖县级行政区划 are no names: the address goes on with the county, which is the city then.
      const named = /市$|州$|盟$|地区$/.test(city.name);
      const counties = inOrder(areas.filter((area) => area.level === 'county' && sameStart(area, city, 4)));
      const wordOf = (county: AreaLine | null) => {
        if (named) return shortName(city.name);
        return county?.name.endsWith('市') ? shortName(county.name) : province.name;
      };
      const places = (counties.length === 0 ? [null] : counties).map(
        (county): Place => ({
          ...head,
          code: county?.code ?? (named ? city.code : province.code),
          city: named ? city.name : '',
          county: county?.name ?? '',
          oldName: oldNames.get(county?.code ?? '') ?? null,
          word: wordOf(county),
        }),
      );
      return zipf(places);
    }),
  );
  return (random) => choice.draw(random).draw(random);
}

function sameStart(inner: AreaLine, outer: AreaLine, length: number): boolean {
  return inner.code.slice(0, length) === outer.code.slice(0, length);
}

/** `深圳市` → `深圳`; names of peoples stay, so that a name remains one. */
function shortName(name: string): string {
  return name.length > 2 ? name.replace(/市$|地区$/, '') : name;
}

function inOrder(areas: AreaLine[]): AreaLine[] {
  const rank = (area: AreaLine) => leadingRank.get(area.code) ?? leading.length;
  return areas.sort((a, b) => rank(a) - rank(b) || (a.code < b.code ? -1 : 1));
}

/** The first twice as often as the second, three times as often as the third. */
function zipf<T>(values: readonly T[]): WeightedChoice<T> {
  return new WeightedChoice(values, (_, index) => 1 / (index + 1));
}
