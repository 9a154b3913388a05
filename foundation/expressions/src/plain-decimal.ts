import { mostDigits } from './read-number.js';

/** A decimal number of a literal without exponent and with a point: `0.0000005`, `2.0`. */
export function plainDecimal(value: number): string {
  const shortest = String(value);
  if (shortest.includes('e')) return value.toFixed(mostDigits).replace(/0+$/, '');
  return shortest.includes('.') ? shortest : `${shortest}.0`;
}
