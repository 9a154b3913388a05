import { type Language, type Observation, type UnitId, units } from '@zhiheng/vocabulary';
import { type FormattedNumber, formatNumber } from './format-number.js';

/** How values of a unit are written. */
export interface QuantityForm {
  readonly unit: UnitId | null;
  /** Of the number as shown: for shares, decimals of the percent. */
  readonly decimals: number;
}

export interface Quantity extends FormattedNumber {
  /** Stands small after the number. */
  readonly symbol: string;
}

const fractions: ReadonlySet<string> = new Set(['share', 'growth-rate']);
const ratios: ReadonlySet<string> = new Set(['percent', 'percent-of-gdp', 'points', 'months', 'days', ...fractions]);

/** True for units of which a difference is told rather than a growth. */
export function isRatio(unit: string): boolean {
  return ratios.has(unit);
}

/** A value as it is shown: shares and rates in percent, rates with their sign. */
export function quantityOf(value: number, form: QuantityForm, language: Language): Quantity {
  const fraction = form.unit !== null && fractions.has(form.unit);
  const number = formatNumber(value, {
    language,
    decimals: form.decimals,
    shift: fraction ? 2 : 0,
    signed: form.unit === 'growth-rate',
  });
  return { ...number, symbol: symbolOf(form.unit, language) };
}

export function symbolOf(unit: UnitId | null, language: Language): string {
  if (unit === null) return '';
  return fractions.has(unit) ? '%' : units[unit].symbol[language];
}

/** A quantity as one text: `16.0 个月`. */
export function quantityText(value: number, form: QuantityForm, language: Language): string {
  const { whole, fraction, symbol } = quantityOf(value, form, language);
  return symbol === '' ? whole + fraction : `${whole}${fraction} ${symbol}`;
}

/** Decimals of a step: 0.5 → 1, 1 → 0, 0.01 → 2. */
export function decimalsOfStep(step: number): number {
  const [digits = '', exponent] = String(step).split('e');
  if (exponent !== undefined) return Math.max(0, -Number(exponent));
  return digits.split('.')[1]?.length ?? 0;
}

const counted = /^(applications|patents|cases|marks|firms|products|users)$/;

/**
 * How an observation is written: a published value to its precision, a computed one by its definition; what is counted in whole has no decimals,
 * unless holders share it.
 */
export function formOf(
  row: Pick<Observation, 'unit' | 'precision' | 'statistic'> & Partial<Pick<Observation, 'origin' | 'value'>>,
  decimals: number,
): QuantityForm {
  const unit = row.unit as UnitId;
  // What is made of published values has a step too, no digits that somebody wrote.
  if (row.precision !== null && row.origin !== 'computed') {
    const places = decimalsOfStep(row.precision);
    return { unit, decimals: fractions.has(unit) ? Math.max(0, places - 2) : places };
  }
  const whole = Number.isInteger(row.value ?? 0);
  if (row.statistic === 'n' || (whole && counted.test(unit))) return { unit, decimals: 0 };
  return { unit, decimals };
}

/** The most decimals of any row, to align decimal points. */
export function placesOf(
  rows: readonly (Pick<Observation, 'unit' | 'precision' | 'statistic'> & Partial<Pick<Observation, 'value'>>)[],
  decimals: number,
): number {
  return Math.max(0, ...rows.map((row) => formOf(row, decimals).decimals));
}

/** A value of one unit in another of the same base: 69.6 `10k-patents` is 696,000 `patents`. */
export function convert(value: number, from: UnitId, to: UnitId): number | null {
  if (from === to) return value;
  const [source, wanted] = [units[from], units[to]];
  if (source.base !== wanted.base) return null;
  return (value * source.factor) / wanted.factor;
}
