import type { Language } from '@zhiheng/vocabulary';
import { localeOf } from '../words/language.js';

export const minus = '\u2212';

/** A formatted number in its two parts, so that decimal points can be set under one another. */
export interface FormattedNumber {
  /** Sign, digits and group separators. */
  readonly whole: string;
  /** The decimal point and what follows; empty without decimals. */
  readonly fraction: string;
}

export interface NumberForm {
  readonly language: Language;
  /** Decimals shown. The only rounding there is: half away from zero, on the decimal digits. */
  readonly decimals: number;
  /** Shifts the decimal point to the right: 2 for a share shown in percent. */
  readonly shift?: number;
  /** Writes a plus before positive numbers. */
  readonly signed?: boolean;
}

const formats = new Map<string, Intl.NumberFormat>();

function formatFor(locale: string, decimals: number): Intl.NumberFormat {
  const key = `${locale} ${decimals}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    numberingSystem: 'latn',
  });
  formats.set(key, format);
  return format;
}

/**
 * Writes a number by locale. The shortest decimal text of the number is shifted and rounded, never its binary value, so
 * 1.005 at two decimals is 1.01 and a share of 0.754 is 75.4.
 */
export function formatNumber(value: number, form: NumberForm): FormattedNumber {
  const [digits = '0', exponent = '0'] = String(Math.abs(value)).split('e');
  const shifted = `${digits}e${Number(exponent) + (form.shift ?? 0)}`;
  const parts = formatFor(localeOf[form.language], form.decimals).formatToParts(shifted as Intl.StringNumericLiteral);
  const point = parts.findIndex((part) => part.type === 'decimal');
  const textOf = (list: typeof parts) => list.map((part) => part.value).join('');
  const whole = textOf(point === -1 ? parts : parts.slice(0, point));
  const fraction = point === -1 ? '' : textOf(parts.slice(point));
  const zero = !/[1-9]/.test(whole + fraction);
  const sign = zero ? '' : value < 0 ? minus : form.signed === true ? '+' : '';
  return { whole: sign + whole, fraction };
}

/** The same as one text. */
export function numberText(value: number, form: NumberForm): string {
  const { whole, fraction } = formatNumber(value, form);
  return whole + fraction;
}
