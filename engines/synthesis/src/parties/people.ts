import { Random } from '../random.js';

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪',
];
const given = [
  ...'岚澜晟珩煜霖泽澄瀚曜昊珏屹砺铭锐恒盈启弘翊宸翌沐汐芯络衍枢穹翎锦睿颖臻翔骏霁彧朔川桦榆桐檀樾淼湛沁湉漪莱菁蔚蕴苒芮琪琅瑾璟珣',
];

/** A coined person: a family name, 拟 and two syllables. About 240,000 of them; nobody bears 拟 and two more. */
export function personName(random: Random): string {
  return `${random.one(surnames)}拟${random.one(given)}${random.one(given)}`;
}

/** The person of an index in the circle of a party, an agency or a group: always the same. */
export function personOf(seed: number, circle: string, index: number): string {
  return personName(Random.of(seed, 'person', circle, index));
}

/** Some people of a circle, those with a low index most often, nobody twice. */
export function peopleOf(seed: number, circle: string, of: number, wanted: number, random: Random): string[] {
  const indexes = new Set<number>();
  for (let draw = 0; draw < wanted; draw += 1) indexes.add(random.rank(of));
  return [...new Set([...indexes].map((index) => personOf(seed, circle, index)))];
}
