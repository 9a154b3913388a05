import type { Random } from './random.js';

const syllables = [
  ...'岚澜晟珩煜霖泽澄瀚曜昊珏屹砺铭锐恒盈启弘翊宸翌沐汐芯络衍枢穹翎锦睿颖臻翔骏霁彧朔川桦榆桐檀樾淼湛沁湉漪莱菁蔚蕴苒芮琪琅瑾璟珣',
];

/**
 * A coined word that no firm or person bears: 拟 (as in 模拟, simulated) and two drawn syllables. Every name of a party
 * in the synthetic office holds one.
 */
export function coinedWord(random: Random): string {
  return `拟${random.one(syllables)}${random.one(syllables)}`;
}
