/** The thirty-one characters of a unified social credit code (GB 32100-2015): no I, O, S, V, Z. */
export const codeCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Powers of 3, modulo 31. */
export const codeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * The check character of the first seventeen characters of a unified social credit code (GB 32100-2015: weights 3^(i-1)
 * mod 31, modulus 31); null where one of them cannot stand in a code.
 */
export function creditCheckCharacter(body: string): string | null {
  if (body.length !== codeWeights.length) return null;
  let sum = 0;
  for (const [index, weight] of codeWeights.entries()) {
    const value = codeCharacters.indexOf(body.charAt(index));
    if (value < 0) return null;
    sum += value * weight;
  }
  return codeCharacters.charAt((31 - (sum % 31)) % 31);
}

/** True for a unified social credit code in upper case: 18 characters, the last of which checks the others. */
export function isCreditCode(code: string): boolean {
  return code.length === 18 && creditCheckCharacter(code.slice(0, 17)) === code.charAt(17);
}
