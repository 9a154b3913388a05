import { type Observation, OwnFault, type UnitId, units } from '@zhiheng/vocabulary';
import { Decimal as StandardDecimal } from 'decimal.js';

/** Decimals of verdicts: enough digits that no quotient is rounded where a limit could notice. */
export const Decimal = StandardDecimal.clone({ precision: 40 });
export type Decimal = StandardDecimal;

/** An observation, with the interval of an estimate where there is one. */
export type ObservedValue = Observation & { readonly interval?: readonly [number, number] | null };

/** What an observation says: a value and the span that it stands for, in one unit. */
export interface Reading {
  readonly value: Decimal;
  /** Ends of the interval, of the published precision (half a step to either side), or the value itself. */
  readonly lower: Decimal;
  readonly upper: Decimal;
  readonly span: 'exact' | 'precision' | 'interval';
  /** `open`: nothing is known to either side. */
  readonly bound: 'lower' | 'upper' | 'open' | null;
  readonly unit: UnitId;
  /** Whom or what a published value counts, in the words of its publication; null for others. */
  readonly scope: string | null;
  readonly published: boolean;
  /** Periods whose values are estimates or provisional, for the reasons. */
  readonly estimated: boolean;
  readonly provisional: boolean;
}

/** An observation as a reading in `unit` (its own when null); null where the units are of different things. */
export function readingOf(observation: ObservedValue, unit: UnitId | null): Reading | null {
  const own = observation.unit as UnitId;
  if (observation.value === null)
    throw new OwnFault(`${observation.indicator} ${observation.period} has no value to read`);
  if (unit !== null && units[own].base !== units[unit].base) return null;
  const factor = new Decimal(units[own].factor).div(units[unit ?? own].factor);
  const inUnit = (number: number) => new Decimal(number).times(factor);
  const value = inUnit(observation.value);
  const half = inUnit(observation.precision ?? 0).div(2);
  const interval = observation.interval ?? null;
  return {
    value,
    lower: interval === null ? value.minus(half) : inUnit(interval[0]),
    upper: interval === null ? value.plus(half) : inUnit(interval[1]),
    span: interval !== null ? 'interval' : half.isZero() ? 'exact' : 'precision',
    bound: observation.bound,
    unit: unit ?? own,
    scope: observation.publication?.scope ?? null,
    published: observation.origin === 'published',
    estimated: observation.origin !== 'estimated' && observation.status === 'estimated',
    provisional: observation.status === 'provisional',
  };
}

/** `a ÷ b` by interval arithmetic; the whole span of `b` must lie above zero. */
export function quotient(a: Reading, b: Reading, unit: UnitId): Reading {
  const spans = [a.span, b.span];
  return {
    value: a.value.div(b.value),
    lower: a.lower.div(a.lower.isNegative() ? b.lower : b.upper),
    upper: a.upper.div(a.upper.isNegative() ? b.upper : b.lower),
    span: spans.includes('interval') ? 'interval' : spans.includes('precision') ? 'precision' : 'exact',
    bound: boundOfQuotient(a.bound, b.bound),
    unit,
    scope: a.scope === b.scope ? a.scope : `${a.scope ?? ''} ÷ ${b.scope ?? ''}`,
    published: a.published,
    estimated: a.estimated || b.estimated,
    provisional: a.provisional || b.provisional,
  };
}

/** The reading less a number. */
export function less(reading: Reading, number: number): Reading {
  const { value, lower, upper } = reading;
  return { ...reading, value: value.minus(number), lower: lower.minus(number), upper: upper.minus(number) };
}

function boundOfQuotient(a: Reading['bound'], b: Reading['bound']): Reading['bound'] {
  const turned = b === 'lower' ? 'upper' : b === 'upper' ? 'lower' : b;
  if (a === null || turned === null) return a ?? turned;
  return a === turned ? a : 'open';
}
