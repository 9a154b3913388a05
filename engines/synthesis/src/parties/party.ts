import { coinedWord } from '../coined-name.js';
import { type ForeignOffice, foreignHolderName } from '../foreign-office.js';
import type { Place, Province } from '../province.js';
import { Random } from '../random.js';
import { subjects } from '../subjects.js';
import { creditCode } from './credit-code.js';
import { personName } from './people.js';

/** In the office's words. */
export type PartyType = '企业' | '大专院校' | '科研单位' | '机关团体' | '个人';

/** A party of the office: applicant, buyer or lender. The same rank in the same place is always the same party. */
export interface Party {
  /** What the truth calls it: place and rank. */
  readonly id: string;
  readonly name: PartyName;
  readonly type: PartyType;
  /** Credit code; empty for persons and foreign parties. */
  readonly code: string;
  /** Null for a foreign party. */
  readonly place: Place | null;
  /** What stands behind the place; for a foreign party the whole address. */
  readonly street: string;
  /** ST.3 code of a foreign party, empty for a domestic one, whose address tells the area. */
  readonly country: string;
  /** Province or country. */
  readonly area: string;
  /** Index of the subject that most of its applications belong to. */
  readonly subject: number;
  /** Index of the agency that files most of them. */
  readonly agency: number;
  /** How many people invent for it. */
  readonly people: number;
}

/** A name in its parts, so that it can be written in other forms. */
export interface PartyName {
  readonly city: string;
  readonly word: string;
  readonly rest: string;
  /** `有限公司` and the like; empty where the name has no form of company. */
  readonly form: string;
  /** The word that the party bore before it changed its name, and when that was, as a number of days; null: never. */
  readonly former: { readonly word: string; readonly until: number } | null;
  readonly bracketed: boolean;
}

/** Words of streets that are no area's name, so that an address has one reading. */
export const streetWords = [
  ...['科技园', '创新', '创业', '学苑', '工业园', '软件园', '产业园', '智慧谷', '星河湾', '云杉', '银杏', '白桦'],
  ...['麦田', '萤火', '琴键', '齿轮'],
] as const;
const streetEnds = ['路', '大道', '街', '一路', '二路', '三路', '北路', '南路'];
const trades =
  '科技 智能科技 电子 电气 精密机械 新材料 生物科技 医疗器械 环保科技 信息技术 自动化设备 汽车零部件 家居用品 塑胶制品'.split(
    ' ',
  );
const forms = ['有限公司', '有限公司', '有限公司', '有限公司', '股份有限公司', '有限责任公司'];
const schools = ['理工大学', '科技大学', '工业大学', '医科大学', '农业大学', '职业技术学院', '师范大学'];
const institutes = ['技术研究院', '科学研究所', '工程研究中心', '检测研究院'];
const bodies = ['人民医院', '检验检测中心', '推广服务站'];

/** Agencies that parties choose from; see `agencyNames`. */
export const agencyCount = 150;

/** Days on which names change: 2016 to 2023. */
const [firstRenaming, lastRenaming] = [16_801, 19_722];

/** The domestic party of a rank among `of` in a province: big ones are companies and schools, persons are small. */
export function domesticParty(seed: number, province: Province, rank: number, of: number): Party {
  const random = Random.of(seed, 'party', province.code, rank);
  const place = province.place(random);
  const street = streetOf(random);
  const { type, name } = nameAndType(random, place.word, rank < of * 0.04, rank < of * 0.25);
  return {
    id: `${province.code}-${rank}`,
    name,
    type,
    code: codeOf(type, place.code, rank, random),
    place,
    street,
    country: '',
    area: province.code,
    subject: random.between(0, subjects.length - 1),
    agency: random.rank(agencyCount),
    people: type === '个人' ? 2 : Math.min(4000, 3 + Math.floor((of * 2) / (rank + 1))),
  };
}

/** The foreign party of a rank in a country. */
export function foreignParty(seed: number, office: ForeignOffice, rank: number): Party {
  const random = Random.of(seed, 'party', office.code, rank);
  return {
    id: `${office.code}-${rank}`,
    name: { city: '', word: foreignHolderName(office, random), rest: '', form: '', former: null, bracketed: false },
    type: '企业',
    code: '',
    place: null,
    street: random.one(office.places),
    country: office.code,
    area: office.code,
    subject: random.between(0, subjects.length - 1),
    agency: random.rank(agencyCount),
    people: Math.max(4, Math.floor(600 / (rank + 1))),
  };
}

/** Street and number. */
export function streetOf(random: Random): string {
  return `${random.one(streetWords)}${random.one(streetEnds)}${random.between(1, 999)}号`;
}

/** Trades of young companies. */
export const youngTrades: readonly string[] = trades.slice(0, 8);

function codeOf(type: PartyType, area: string, rank: number, random: Random): string {
  if (type === '个人') return '';
  return creditCode(type === '企业' ? '91' : type === '机关团体' ? '11' : '12', area, rank, random);
}

function nameAndType(random: Random, city: string, large: boolean, middling: boolean) {
  const draw = random.fraction();
  const word = coinedWord(random);
  const named = (type: PartyType, rest: string, form = '', former: PartyName['former'] = null) => ({
    type,
    name: { city, word, rest, form, former, bracketed: form !== '' && random.chance(0.08) } satisfies PartyName,
  });
  if (large ? draw < 0.3 : draw < 0.04) return named('大专院校', random.one(schools));
  if (large ? draw < 0.4 : draw < 0.07) return named('科研单位', random.one(institutes));
  if (!large && draw < 0.085) return named('机关团体', random.one(bodies));
  if (!middling && draw < 0.3) {
    const person: PartyName = {
      city: '',
      word: personName(random),
      rest: '',
      form: '',
      former: null,
      bracketed: false,
    };
    return { type: '个人' as const, name: person };
  }
  const renamed = random.chance(0.04)
    ? { word: coinedWord(random), until: random.between(firstRenaming, lastRenaming) }
    : null;
  return named('企业', random.one(trades), random.one(forms), renamed);
}
