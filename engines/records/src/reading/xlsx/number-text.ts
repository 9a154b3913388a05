/** Digits that a spreadsheet keeps of a number. */
const keptDigits = 15;

/**
 * A number cell as a person reads it: without exponent, without the digits that binary fractions add; null when it is
 * no number. Whole numbers stay as written.
 */
export function numberText(given: string): string | null {
  if (/^-?\d{1,15}$/.test(given)) return given;
  const number = Number(given);
  if (given.trim() === '' || !Number.isFinite(number)) return null;
  if (Number.isInteger(number) && Math.abs(number) < 1e21) return BigInt(number).toString();
  return String(Number(number.toPrecision(keptDigits)));
}
