import { isUnit, OwnFault, type Status, type UnitId, units } from '@zhiheng/vocabulary';
import { Decimal as StandardDecimal } from 'decimal.js';

/** Decimal arithmetic of 40 digits, nothing rounded before the end. */
const Decimal = StandardDecimal.clone({ precision: 40 });

/** From the best to the worst. */
const statusesInOrder: readonly Status[] = ['final', 'estimated', 'maturing', 'provisional', 'missing'];

/** The worst status among some values. */
export function worstOf(statuses: readonly Status[]): Status {
  return statusesInOrder[Math.max(0, ...statuses.map((one) => statusesInOrder.indexOf(one)))] ?? 'missing';
}

/** A value of one unit in another of the same thing. */
export function inUnit(value: number, from: string, to: UnitId): number {
  if (from === to) return value;
  if (!isUnit(from) || units[from].base !== units[to].base) throw new OwnFault(`${from} is not told in ${to}`);
  return new Decimal(value).times(units[from].factor).div(units[to].factor).toNumber();
}

/** The sum of some values. */
export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum.plus(value), new Decimal(0)).toNumber();
}

/** A total less some parts. */
export function less(total: number, parts: readonly number[]): number {
  return parts.reduce((rest, part) => rest.minus(part), new Decimal(total)).toNumber();
}

/** `value ÷ base − 1`; the base is not 0. */
export function growthOver(value: number, base: number): number {
  return new Decimal(value).div(base).minus(1).toNumber();
}
