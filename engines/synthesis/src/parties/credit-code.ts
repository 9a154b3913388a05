import type { Random } from '../random.js';

const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const bodyLetters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const bodyWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** Registering department and sort of a credit code (GB 32100): 91 an enterprise, 12 a public institution, 11 an authority. */
export type CodeHead = '91' | '12' | '11';

/**
 * A credit code with right check characters (GB 11714 inside GB 32100). Its district begins with 99, which no area has,
 * so that it is nobody's.
 *
 * @param area six digits, of which the first four stand in the district
 * @param rank of the party in its province: two parties never have one code
 */
export function creditCode(head: CodeHead, area: string, rank: number, random: Random): string {
  let body = '';
  for (let rest = rank, at = 0; at < 5; at += 1, rest = Math.floor(rest / 31)) body = letters.charAt(rest % 31) + body;
  for (let at = 0; at < 3; at += 1) body += letters.charAt(random.between(0, 30));
  const code = `${head}99${area.slice(0, 4)}${body}${bodyCheck(body)}`;
  return code + creditCheck(code);
}

/** Check character of the first seventeen characters: weights 3^i, modulo 31. */
export function creditCheck(code: string): string {
  let sum = 0;
  let weight = 1;
  for (let at = 0; at < 17; at += 1) {
    sum += letters.indexOf(code.charAt(at)) * weight;
    weight = (weight * 3) % 31;
  }
  return letters.charAt((31 - (sum % 31)) % 31);
}

/** Check character of an organisation code: modulo 11, ten written X. */
function bodyCheck(body: string): string {
  const sum = bodyWeights.reduce((total, weight, at) => total + bodyLetters.indexOf(body.charAt(at)) * weight, 0);
  const rest = 11 - (sum % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
}
