import { InvalidArgumentError } from 'commander';

/** A whole number of at least 1. */
export function wholeNumber(value: string): number {
  const number = anyWholeNumber(value);
  if (number < 1) throw new InvalidArgumentError('Write a whole number of at least 1.');
  return number;
}

/** A whole number, 0 too. */
export function anyWholeNumber(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(number)) throw new InvalidArgumentError('Write a whole number.');
  return number;
}
