import { traditional } from '@zhiheng/characters';
import { drawing } from '../places/drawing.js';
import { namesOf, placeLines } from '../places/place-names.js';
import { creditCheckCharacter } from './credit-code.js';

/** How a row tells its holder; the last four are traps: they look like another party and are none. */
export const plantedVariants = [
  'plain',
  'width',
  'suffix',
  'brackets',
  'traditional',
  'missing-code',
  'wrong-code',
  'misspelt',
  'old-name',
  'old-name-without-code',
  'province-only',
  'branch',
  'same-name-elsewhere',
  'other-number',
  'same-person-name',
] as const;
export type PlantedVariant = (typeof plantedVariants)[number];

/** A row that tells a holder, and who is meant. */
export interface PlantedHolder {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly area: string;
  readonly address: string;
  readonly holderType: string | null;
  readonly agency: string;
  readonly people: readonly string[];
  readonly party: number;
  readonly variant: PlantedVariant;
}

type Draw = ReturnType<typeof drawing>;

interface Party {
  readonly number: number;
  readonly name: string;
  readonly oldName: string;
  readonly code: string | null;
  readonly area: string;
  readonly address: string;
  readonly holderType: string | null;
  readonly agency: string;
  readonly people: readonly string[];
  /** The variant of all its rows, for traps. */
  readonly trap: PlantedVariant | null;
}

const syllables = [
  ...'岚澜晟珩煜霖泽澄瀚曜昊珏屹砺铭锐恒盈启弘翊宸翌沐汐芯络衍枢穹翎锦睿颖臻翔骏霁彧朔川桦榆桐檀樾淼湛沁湉漪莱菁蔚蕴苒芮琪琅瑾璟珣',
];
const trades =
  '科技 智能装备 电子技术 电气 精密机械 新材料 生物医药 医疗器械 环境工程 信息网络 自动化设备 汽车零部件 家居用品 半导体'.split(
    ' ',
  );
const forms = ['有限公司', '有限公司', '有限责任公司', '股份有限公司'];
const bodies = ['理工大学', '科学研究院', '人民医院', '职业技术学院'];
const streets = ['创新路', '学苑路', '银杏街', '白桦大道', '麦田路', '星河街', '琴键路', '云杉大道'];
const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗'];

/**
 * Holders of a seed, about `count` rows: most parties have few, some have many; rows tell them in the ways of
 * `plantedVariants`. Words are coined: no firm or person bears them. The same seed gives the same rows.
 */
export function plantHolders(areas: string, seed: number, count: number): PlantedHolder[] {
  const draw = drawing(seed);
  const cities = citiesOf(areas);
  const rows: PlantedHolder[] = [];
  const named = new Set<string>();
  let parties = 0;
  const add = (party: Omit<Party, 'number'>): void => {
    const number = parties;
    parties += 1;
    const many = draw([1, 1, 2, 2, 3, 4, 6, 9, 14, 25]);
    for (let at = 0; at < many; at += 1) rows.push(rowOf({ ...party, number }, rows.length, draw));
  };
  while (rows.length < count) {
    const kind = draw([
      ...Array.from({ length: 14 }, () => 'company'),
      'body',
      'body',
      'person',
      'person',
      'branch',
      'elsewhere',
      'number',
      'namesakes',
    ]);
    const city = draw(cities);
    if (kind === 'person' || kind === 'namesakes') {
      const name = `${draw(surnames)}拟${draw(syllables)}`;
      // Two persons of one name in one city are told apart by nothing that a row says.
      if (named.has(`${name} ${city.code}`)) continue;
      named.add(`${name} ${city.code}`);
      const trap = kind === 'person' ? null : 'same-person-name';
      add(personOf(name, city, draw, trap));
      const there = otherThan(cities, city, draw);
      if (kind === 'person' || named.has(`${name} ${there.code}`)) continue;
      named.add(`${name} ${there.code}`);
      add(personOf(name, there, draw, trap));
      continue;
    }
    const party = bodyOf(city, draw, kind === 'body');
    if (kind === 'elsewhere') {
      const name = party.name.replace(city.full, '').replace(city.short, '');
      const named = { name, oldName: name, code: null, trap: 'same-name-elsewhere' } as const;
      add({ ...party, ...named });
      add({ ...bodyOf(otherThan(cities, city, draw), draw, false), ...named });
      continue;
    }
    add(party);
    if (kind === 'branch') {
      const name = `${party.name}${draw(cities).short}分公司`;
      add({
        ...party,
        name,
        oldName: name,
        code: draw([party.code === null ? null : codeOf(draw), null]),
        trap: 'branch',
      });
    }
    if (kind === 'number')
      add({
        ...party,
        name: party.name.replace(/拟../, '$&二'),
        oldName: party.name,
        code: null,
        trap: 'other-number',
      });
  }
  return rows;
}

interface City {
  readonly code: string;
  readonly short: string;
  readonly full: string;
}

function citiesOf(areas: string): City[] {
  return placeLines(areas)
    .filter(({ level }) => level === 'city')
    .flatMap((line) => {
      const names = namesOf(line);
      const full = names.find(({ form }) => form === 'whole')?.name;
      const short = names.find(({ form }) => form === 'short')?.name;
      return full === undefined || short === undefined ? [] : [{ code: line.code, full, short }];
    });
}

function otherThan(cities: readonly City[], city: City, draw: Draw): City {
  let other = draw(cities);
  while (other.code.slice(0, 2) === city.code.slice(0, 2)) other = draw(cities);
  return other;
}

function houseIn(city: City, draw: Draw): string {
  return `${city.full}${draw(streets)}${draw(thousand)}号${draw(['', '', `${draw(thousand)}室`])}`;
}

function bodyOf(city: City, draw: Draw, school: boolean): Omit<Party, 'number'> {
  const word = () => `拟${draw(syllables)}${draw(syllables)}`;
  const [place, form] = [draw([city.short, city.full]), school ? draw(bodies) : draw(trades) + draw(forms)];
  const people = Array.from(
    { length: draw([1, 2, 3, 5]) },
    () => `PS-${draw(thousand)}-${draw(thousand)}-${draw(thousand)}`,
  );
  const name = place + word() + form;
  return {
    name,
    oldName: draw([name, name, name, place + word() + form]),
    code: draw([codeOf(draw), codeOf(draw), codeOf(draw), null]),
    area: city.code,
    address: houseIn(city, draw),
    holderType: draw([school ? 'university' : 'enterprise', school ? 'university' : 'enterprise', null]),
    agency: `拟代理${draw(thousand)}号事务所`,
    people,
    trap: null,
  };
}

function personOf(name: string, city: City, draw: Draw, trap: PlantedVariant | null): Omit<Party, 'number'> {
  const address = houseIn(city, draw);
  const holderType = draw(['individual', 'individual', null]);
  return { name, oldName: name, code: null, area: city.code, address, holderType, agency: '', people: [], trap };
}

function codeOf(draw: Draw): string {
  const body = `91${Array.from({ length: 15 }, () => draw(digits)).join('')}`;
  return body + creditCheckCharacter(body);
}

const digits = [...'0123456789'];
const thousand = Array.from({ length: 999 }, (_, index) => String(index + 1));

function rowOf(party: Party, index: number, draw: Draw): PlantedHolder {
  const variant = party.trap ?? draw(usual);
  const told = (tellers[variant] ?? plain)(party, draw);
  const people = party.people.filter(() => draw([true, false]));
  const { code: _, oldName: __, trap: ___, number, ...shown } = party;
  return { ...shown, creditCode: party.code, ...told, id: `CN:${index}`, people, party: number, variant };
}

type Told = Partial<Pick<PlantedHolder, 'name' | 'creditCode' | 'area' | 'address' | 'holderType'>>;
type Teller = (party: Party, draw: Draw) => Told;

const plain: Teller = () => ({});
const usual: readonly PlantedVariant[] = [
  ...Array.from({ length: 20 }, () => 'plain' as const),
  'width',
  'suffix',
  'brackets',
  'traditional',
  'missing-code',
  'missing-code',
  'wrong-code',
  'misspelt',
  'old-name',
  'old-name-without-code',
  'province-only',
];

const tellers: Readonly<Partial<Record<PlantedVariant, Teller>>> = {
  width: ({ name }) => ({ name: [...name].join(' ').replaceAll(' ', '　'), creditCode: null }),
  suffix: ({ name }, draw) => ({
    name: name.replace(/(?:有限|有限责任|股份有限)公司$/, draw(forms)),
    creditCode: null,
  }),
  brackets: ({ name }) => ({ name: name.replace(/(拟..)(.+)/, '（$1）$2'), creditCode: null }),
  traditional: ({ name }) => ({ name: traditional(name), creditCode: null }),
  'missing-code': () => ({ creditCode: null }),
  'wrong-code': ({ code }, draw) => ({
    creditCode: code === null ? null : code.slice(0, 12) + draw(digits) + code.slice(13),
  }),
  misspelt: ({ name, address, holderType }, draw) =>
    holderType === 'individual' || name.length < 6
      ? {}
      : {
          name: [...name].toSpliced(draw([2, 3, 4]), 1, draw(syllables)).join(''),
          creditCode: null,
          address: draw([address, address, address, address, '']),
        },
  'old-name': ({ oldName, name, code }) => ({ name: code === null ? name : oldName }),
  'old-name-without-code': ({ oldName, name, code }) =>
    code === null ? { name } : { name: oldName, creditCode: null },
  'province-only': ({ area, holderType, name }) =>
    holderType === 'individual' || name.length < 6
      ? {}
      : { area: `${area.slice(0, 2)}0000`, address: '', creditCode: null },
};
