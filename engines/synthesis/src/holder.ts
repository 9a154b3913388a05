import { coinedGivenName, coinedWord } from './coined-name.js';
import { type ForeignOffice, foreignHolderName } from './foreign-office.js';
import type { Province } from './province.js';
import { Random } from './random.js';
import { subjects } from './subjects.js';

/** An applicant. The same rank in the same place is always the same applicant. */
export interface Holder {
  readonly name: string;
  /** In the office's words: 企业, 大专院校, 科研单位, 机关团体, 个人. */
  readonly type: string;
  readonly address: string;
  /** ST.3 code of a foreign applicant, empty for a domestic one, whose address tells the area. */
  readonly country: string;
  /** Index of the subject that most of the applicant's applications belong to. */
  readonly subject: number;
  /** Index of the agency that files most of them. */
  readonly agency: number;
}

/** Words of streets that are no area's name, so that an address has one reading. */
export const streetWords = [
  '科技园',
  '创新',
  '创业',
  '学苑',
  '工业园',
  '软件园',
  '产业园',
  '智慧谷',
  '星河湾',
  '云杉',
  '银杏',
  '白桦',
  '麦田',
  '萤火',
  '琴键',
  '齿轮',
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
const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗'];

/** Agencies that holders choose from; see `agencyName`. */
export const agencyCount = 150;

/** The domestic applicant of a rank among `of` in a province: big holders are companies and schools, persons are small. */
export function domesticHolder(seed: number, province: Province, rank: number, of: number): Holder {
  const random = Random.of(seed, 'holder', province.code, rank);
  const { address, city } = province.place(random);
  const street = `${random.one(streetWords)}${random.one(streetEnds)}${random.between(1, 999)}号`;
  return {
    ...nameAndType(random, city, rank < of * 0.04, rank < of * 0.25),
    address: address + street,
    country: '',
    subject: random.between(0, subjects.length - 1),
    agency: random.rank(agencyCount),
  };
}

/** The foreign applicant of a rank in a country. */
export function foreignHolder(seed: number, office: ForeignOffice, rank: number): Holder {
  const random = Random.of(seed, 'holder', office.code, rank);
  return {
    name: foreignHolderName(office, random),
    type: '企业',
    address: random.one(office.places),
    country: office.code,
    subject: random.between(0, subjects.length - 1),
    agency: random.rank(agencyCount),
  };
}

function nameAndType(random: Random, city: string, large: boolean, middling: boolean): { name: string; type: string } {
  const draw = random.fraction();
  const word = coinedWord(random);
  if (large ? draw < 0.3 : draw < 0.04) return { name: `${city}${word}${random.one(schools)}`, type: '大专院校' };
  if (large ? draw < 0.4 : draw < 0.07) return { name: `${city}${word}${random.one(institutes)}`, type: '科研单位' };
  if (!large && draw < 0.085) return { name: `${city}${word}${random.one(bodies)}`, type: '机关团体' };
  if (!middling && draw < 0.3) return { name: `${random.one(surnames)}${coinedGivenName(random)}`, type: '个人' };
  return { name: `${city}${word}${random.one(trades)}${random.one(forms)}`, type: '企业' };
}
