import type { PlaceSheets } from './address-reader.js';
import { isWithin } from './area-codes.js';
import { drawing } from './drawing.js';
import { namesOf, placeLines } from './place-names.js';

/** How an address differs from the full names of its places. */
export const noiseKinds = [
  'none',
  'marks',
  'no-province',
  'no-city',
  'short',
  'letter',
  'old-name',
  'wrong-in-county',
  'missing-in-county',
  'extra-in-county',
  'wrong-in-city',
  'wrong-in-province',
  'behind-a-name',
  'city-of-another-province',
] as const;
export type NoiseKind = (typeof noiseKinds)[number];

export interface PlantedAddress {
  readonly kind: NoiseKind;
  readonly address: string;
  /** The area meant; null where the address contradicts itself and none may be told. */
  readonly area: string | null;
}

interface Place {
  readonly code: string;
  readonly province: string;
  /** Empty where the county lies under the province directly. */
  readonly city: string;
  readonly county: string;
}

const streets = ['科技路', '创新大道', '学府街', '和平路', '振兴路', '高新园', '工业园', '人民路'];
const holders = ['华晟科技有限公司', '新元机电厂', '博远研究院', '恒达材料公司'];

/**
 * Addresses of counties drawn with a seed, one noise each, all kinds equally often: the same seed gives the same ones. An
 * old name is drawn from `area-names.csv`; where a kind does not fit a county, another county is drawn.
 */
export function plantAddresses(sheets: PlaceSheets, seed: number, count: number): PlantedAddress[] {
  const draw = drawing(seed);
  const places = placesOf(sheets.areas);
  const provinces = shortProvinces(sheets.areas);
  const characters = [...new Set(places.flatMap(({ county }) => Array.from(county)))];
  const earlier = oldNames(sheets.names ?? '');
  const planted: PlantedAddress[] = [];
  while (planted.length < count) {
    const kind = noiseKinds[planted.length % noiseKinds.length] ?? 'none';
    const place = draw(places);
    const other = draw(places);
    const rest = `${draw(streets)}${draw(places).code.slice(2)}号`;
    const begin = makers[kind]({ place, other, provinces, earlier, draw, character: () => draw(characters) });
    if (begin !== null) planted.push({ kind, address: `${begin.text}${rest}`, area: begin.area });
  }
  return planted;
}

interface Draft {
  readonly place: Place;
  readonly other: Place;
  readonly provinces: ReadonlyMap<string, { readonly short: string; readonly letter: string }>;
  readonly earlier: readonly { readonly name: string; readonly area: string }[];
  readonly draw: <Item>(list: readonly Item[]) => Item;
  readonly character: () => string;
}
type Maker = (draft: Draft) => { readonly text: string; readonly area: string | null } | null;

const whole: Maker = ({ place }) => ({ text: place.province + place.city + place.county, area: place.code });
const inCounty =
  (change: (name: string[], draft: Draft) => string[]): Maker =>
  (draft) => {
    const { place } = draft;
    const county = changed(place.county, draft, change);
    return county === null ? null : { text: place.province + place.city + county, area: place.code };
  };
const wrong = (name: string[], { draw, character }: Draft) =>
  name.toSpliced(draw([...name.keys()].slice(0, -1)), 1, character());

const makers: Readonly<Record<NoiseKind, Maker>> = {
  none: whole,
  marks: ({ place, draw }) => ({
    text: `${draw(['100000 ', '中国 ', '（518000）'])}${place.province}${draw([' ', '，', '　'])}${place.city}${draw(['', ' '])}${place.county}`,
    area: place.code,
  }),
  'no-province': ({ place }) => (place.city === '' ? null : { text: place.city + place.county, area: place.code }),
  'no-city': ({ place }) => ({ text: place.province + place.county, area: place.code }),
  short: ({ place, provinces }) => ({
    text: (provinces.get(place.code.slice(0, 2))?.short ?? '') + place.city.replace(/市$/, '') + place.county,
    area: place.code,
  }),
  letter: ({ place, provinces }) => ({
    text: (provinces.get(place.code.slice(0, 2))?.letter ?? '') + place.city + place.county,
    area: place.code,
  }),
  'old-name': ({ place, earlier, draw }) => {
    const { name, area } = draw(earlier);
    if (area.slice(0, 2) !== place.code.slice(0, 2)) return null;
    return { text: place.province + name, area };
  },
  'wrong-in-county': inCounty(wrong),
  'missing-in-county': inCounty((name, { draw }) => name.toSpliced(draw([...name.keys()].slice(0, -1)), 1)),
  'extra-in-county': inCounty((name, { draw, character }) => name.toSpliced(draw([...name.keys()]), 0, character())),
  'wrong-in-city': (draft) => {
    const city = changed(draft.place.city, draft, wrong);
    return city === null ? null : { text: draft.place.province + city + draft.place.county, area: draft.place.code };
  },
  'wrong-in-province': (draft) => {
    const { place } = draft;
    const province = changed(place.province, draft, wrong);
    return province === null ? null : { text: province + place.city + place.county, area: place.code };
  },
  'behind-a-name': ({ place, draw }) => ({
    text: `${draw(holders)}，${place.province}${place.city}${place.county}`,
    area: place.code,
  }),
  'city-of-another-province': ({ place, other }) => {
    if (other.city === '' || isWithin(other.code, `${place.code.slice(0, 2)}0000`)) return null;
    return { text: place.province + other.city + other.county, area: null };
  },
};

/** The name with a change of its own in it; null for names of two characters and where nothing changed. */
function changed(name: string, draft: Draft, change: (name: string[], draft: Draft) => string[]): string | null {
  const characters = Array.from(name);
  if (characters.length < 3) return null;
  const text = change(characters, draft).join('');
  return text === name ? null : text;
}

function placesOf(areas: string): Place[] {
  const lines = placeLines(areas);
  const fulls = new Map(lines.map((line) => [line.code, namesOf(line).length > 0 ? line.full : '']));
  return lines
    .filter(({ code, level }) => level === 'county' && fulls.get(code) !== '')
    .map(({ code, full }) => ({
      code,
      province: fulls.get(`${code.slice(0, 2)}0000`) ?? '',
      city: fulls.get(`${code.slice(0, 4)}00`) ?? '',
      county: full,
    }));
}

function shortProvinces(areas: string): Map<string, { short: string; letter: string }> {
  const letters: Readonly<Record<string, string>> = Object.fromEntries(
    '11京12津13冀14晋15蒙21辽22吉23黑31沪32苏33浙34皖35闽36赣37鲁41豫42鄂43湘44粤45桂46琼50渝51川52黔53滇54藏61陕62甘63青64宁65新'
      .match(/\d\d./g)
      ?.map((pair) => [pair.slice(0, 2), pair.slice(2)]) ?? [],
  );
  return new Map(
    placeLines(areas)
      .filter(({ level }) => level === 'province')
      .map(({ code, hans }) => [code.slice(0, 2), { short: hans, letter: letters[code.slice(0, 2)] ?? '' }]),
  );
}

/** Old names that one area followed. */
function oldNames(csv: string): { name: string; area: string }[] {
  return csv
    .split('\n')
    .map((line) => line.split(','))
    .filter(([, areas = '', kind]) => kind === 'old-name' && /^\d{6}$/.test(areas))
    .map(([name = '', area = '']) => ({ name, area }));
}
