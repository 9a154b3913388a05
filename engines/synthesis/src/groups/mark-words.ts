import type { Random } from '../random.js';

const syllables = [
  ...'岚澜晟珩煜霖泽澄瀚曜昊珏屹砺铭锐恒盈启弘翊宸翌沐汐芯络衍枢穹翎锦睿颖臻翔骏霁彧朔川桦榆桐檀樾淼湛沁湉漪莱菁蔚蕴苒芮琪琅瑾璟珣',
];
const plain = [...'山水云月花木石田鱼鸟风雨日星灯桥船门窗书笔茶米豆瓜果叶竹松梅兰菊麦稻桑麻丝布针线杯盘碗瓶罐箱柜床椅'];
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Coined words as a hoarder files them. */
export function hoardedWords(random: Random): string {
  const words = `拟${random.one(syllables)}${random.one(syllables)}`;
  return random.chance(0.4) ? words + random.one(plain) : words;
}

/** Characters or letters put together by chance. */
export function randomCharacters(random: Random): string {
  const length = random.between(3, 6);
  const latin = random.chance(0.4);
  return Array.from({ length }, () => random.one(latin ? letters : plain)).join('');
}

/** The words of a group that files again: the same, later ones with a character more. */
export function repeatedWords(shared: Random, ordinal: number): string {
  const words = `拟${shared.one(syllables)}${shared.one(syllables)}${shared.one(syllables)}`;
  const more = shared.one(plain);
  return ordinal < 2 ? words : words + more;
}
