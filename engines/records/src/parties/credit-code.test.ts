import { expect, it } from 'vitest';
import { creditCheckCharacter, isCreditCode } from './credit-code.js';

/** By big numbers: the first seventeen times powers of three, and the check once, come to nothing modulo 31. */
function slowSum(code: string): number {
  const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const values = [...code].map((letter) => BigInt(letters.indexOf(letter)));
  const check = values.pop() ?? 0n;
  return Number(values.reduce((sum, value, at) => sum + value * 3n ** BigInt(at), check) % 31n);
}

it('takes the example of GB 32100-2015', () => {
  expect([slowSum('91350100M000100Y43'), isCreditCode('91350100M000100Y43')]).toEqual([0, true]);
});

it('agrees with the sum of all eighteen on drawn codes', () => {
  const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  for (let seed = 1; seed < 300; seed += 1) {
    const body = Array.from({ length: 17 }, (_, at) => letters[(seed * 7919 + at * at * 31 + at * seed) % 31]).join('');
    const check = creditCheckCharacter(body) ?? '';
    expect(slowSum(body + check)).toBe(0);
    for (const other of letters) expect(isCreditCode(body + other)).toBe(other === check);
  }
});

it.each(['', '91350100M000100Y4', '91350100M000100I43', '91350100m000100y43', '91350100M000100Y434'])(
  '%j is none',
  (code) => {
    expect(isCreditCode(code)).toBe(false);
  },
);
