import type { Kind } from './kind.js';

/** An application number of an office in its normal form, as used in record ids. */
export interface ApplicationNumber {
  /** Digits without check digit or separators. */
  readonly number: string;
  /** The kind that the number itself tells; null where it tells none. */
  readonly kind: Kind | null;
}

export type NumberFault = { readonly fault: 'number-wrong' | 'check-digit-wrong'; readonly expected: string };

const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
const kindDigits: Readonly<Record<string, Kind>> = {
  '1': 'invention',
  '2': 'utility_model',
  '3': 'design',
  '8': 'invention',
  '9': 'utility_model',
};

/** Check digit of a Chinese number body (8 or 12 digits): weights 2-9, 2-5, modulo 11, ten written X. */
export function checkDigitOf(body: string): string {
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0);
  const rest = sum % 11;
  return rest === 10 ? 'X' : String(rest);
}

/**
 * Reads a Chinese application number: optional country, `ZL`, spaces and point; 12 digits since October 2003, the fifth
 * telling the kind; 8 before it, the third telling the kind. A check digit is checked when given.
 */
export function readChineseNumber(given: string): ApplicationNumber | NumberFault {
  const digits = given
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s.]/g, '')
    .replace(/^(?:CN|ZL)+/, '');
  const match = /^(\d{12}|\d{8})([\dX])?$/.exec(digits);
  if (match?.[1] === undefined) {
    return { fault: 'number-wrong', expected: '12 digits (8 before October 2003), with or without check digit' };
  }
  const body = match[1];
  const kind = kindDigits[body.charAt(body.length === 12 ? 4 : 2)];
  if (kind === undefined) {
    return {
      fault: 'number-wrong',
      expected: 'a digit of kind (1, 2, 3, 8, 9) in fifth place (third before October 2003)',
    };
  }
  const check = checkDigitOf(body);
  if (match[2] !== undefined && match[2] !== check) {
    return { fault: 'check-digit-wrong', expected: `${body}.${check}` };
  }
  return { number: body, kind };
}

/** Reads a number of the USPTO: series code and serial, eight digits; punctuation is dropped. */
export function readUnitedStatesNumber(given: string): ApplicationNumber | NumberFault {
  const digits = given.replace(/^US/i, '').replaceAll(/[\s/,.-]/g, '');
  if (!/^\d{8}$/.test(digits)) return { fault: 'number-wrong', expected: 'series code and serial, eight digits' };
  return { number: digits, kind: digits.startsWith('29') ? 'design' : null };
}

/** Reads the number of an application filed at `office`; other offices keep their letters and digits as they are. */
export function readApplicationNumber(office: string, given: string): ApplicationNumber | NumberFault {
  if (office === 'CN') return readChineseNumber(given);
  if (office === 'US') return readUnitedStatesNumber(given);
  const number = given.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return number === '' ? { fault: 'number-wrong', expected: 'letters and digits' } : { number, kind: null };
}

/** `CN:202310123456` */
export function recordId(office: string, number: string): string {
  return `${office}:${number}`;
}
