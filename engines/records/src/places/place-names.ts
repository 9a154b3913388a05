export type PlaceLevel = 'province' | 'city' | 'county';

/** A name under which an area stands in addresses. */
export interface PlaceName {
  readonly name: string;
  readonly code: string;
  readonly level: PlaceLevel;
  /** `whole`: 广东省; `short`: 广东, also the start of many street names; `old`: no longer its name. */
  readonly form: 'whole' | 'short' | 'old';
}

/** A line of `definitions/reference/areas.csv`. */
export interface PlaceLine {
  readonly code: string;
  readonly level: PlaceLevel;
  readonly hans: string;
  readonly hant: string;
  readonly english: string;
  readonly full: string;
}

/** Lines that stand for no place: `市辖区`, `县`, `省直辖县级行政区划`; what lies under them lies under the province. */
const placeholder = /^(?:市辖区|县|.*直辖县级行政区划)$/;
const peoples =
  /(?:朝鲜族|土家族|苗族|藏族|羌族|彝族|布依族|侗族|哈尼族|壮族|傣族|白族|景颇族|傈僳族|回族|蒙古族|蒙古|哈萨克|柯尔克孜)+自治州$/;

/** Reads `code,level,zh-Hans,zh-Hant,en,full_name`; lines of other levels are left out. */
export function placeLines(csv: string): PlaceLine[] {
  return csv
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [code = '', level, hans = '', hant = '', english = '', full = ''] = line.trim().split(',');
      if (!isLevel(level) || hans === '') return [];
      return [{ code, level, hans, hant, english, full: full || hans }];
    });
}

/** The names of an area in Chinese addresses; none for a placeholder. */
export function namesOf({ code, level, hans, hant, full }: PlaceLine): PlaceName[] {
  if (placeholder.test(full)) return [];
  const whole = [full];
  const short: string[] = [];
  if (level === 'province') {
    short.push(hans, hant);
    if (full.startsWith(hans)) whole.push(hant + full.slice(hans.length).replace('区', '區').replace('别', '別'));
  }
  if (level === 'city') {
    short.push(full.replace(/(?:市|地区|盟)$/, ''));
    const stem = full.replace(peoples, '');
    if (stem !== full) short.push(stem, `${stem}州`);
  }
  if (level === 'county' && /..市$/.test(full)) short.push(full.slice(0, -1));
  const names = (list: string[], form: 'whole' | 'short') =>
    [...new Set(list)]
      .filter((name) => name.length >= 2 && (form === 'whole' || !whole.includes(name)))
      .map((name) => ({ name, code, level, form }));
  return [...names(whole, 'whole'), ...names(short, 'short')];
}

function isLevel(level: string | undefined): level is PlaceLevel {
  return level === 'province' || level === 'city' || level === 'county';
}
