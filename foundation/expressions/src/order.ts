import { OwnFault } from '@zhiheng/vocabulary';

/** Negative, zero or positive as `a` lies before, at or after `b`; texts are ordered by code point. */
export function order(a: string | number | boolean, b: string | number | boolean): number {
  if (typeof a === 'string' && typeof b === 'string') return orderTexts(a, b);
  if (typeof a === typeof b && typeof a !== 'string') return Number(a) - Number(b);
  throw new OwnFault(`a ${typeof a} and a ${typeof b} have no order`);
}

function orderTexts(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let index = 0; index < shorter; index += 1) {
    const [left, right] = [a.charCodeAt(index), b.charCodeAt(index)];
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Halves of characters beyond U+FFFF rank above U+E000 to U+FFFF, as the characters do. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
