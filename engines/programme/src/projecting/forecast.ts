import { Decimal, type Reading } from '../reading.js';
import { tQuantile } from './t-quantile.js';

export type ProjectionMethod = 'completion-share' | 'difference';

/** Fewest earlier years that a projection rests on. */
export const leastEarlierYears = 3;

/** Of 40 digits in hand: those that logarithm and exponential leave right, so that what always doubled doubles exactly. */
const keptDigits = 30;

/** An earlier period: its value, and that of the same months of it. */
export interface EarlierPeriod {
  readonly whole: Decimal;
  readonly soFar: Reading;
}

export interface Forecast {
  readonly value: Decimal;
  readonly lower: Decimal;
  readonly upper: Decimal;
  /** Mean and standard deviation of what the method compares (logarithms of quotients, or differences), and the t used. */
  readonly mean: Decimal;
  readonly deviation: Decimal;
  readonly t: Decimal;
}

export interface ForecastRule {
  readonly method: ProjectionMethod;
  /** Probability that the interval holds the value, were the earlier years a sample of the same normal distribution. */
  readonly level: number;
  /** True where the value cannot end below what it is so far. */
  readonly neverFalls: boolean;
}

/**
 * The value of a whole period from that of its first months. What was added to the same months in each of n earlier years is taken for a sample
 * of one normal distribution, mean m, standard deviation s (n − 1); m ± t·s·√(1 + 1/n), with t of n − 1 degrees of freedom, is the prediction interval for
 * one more observation (Hahn and Meeker, Statistical Intervals, 1991, on one future observation of a normal population).
 *
 * `completion-share`: of r = ln(whole ÷ so far), and so far × e^r is given back; `difference`: of d = whole − so far, and so far + d. Where the
 * value so far stands for a span (its published precision), the ends of the span are carried on. Null where too few years remain.
 */
export function forecastOf(
  earlier: readonly EarlierPeriod[],
  soFar: Reading,
  { method, level, neverFalls }: ForecastRule,
): Forecast | null {
  const sample = method === 'difference' ? differences(earlier) : logarithms(earlier);
  if (sample.length < leastEarlierYears || (method === 'completion-share' && !soFar.lower.gt(0))) return null;
  const mean = Decimal.sum(...sample).div(sample.length);
  const squares = sample.map((one) => one.minus(mean).pow(2));
  const deviation = Decimal.sum(...squares)
    .div(sample.length - 1)
    .sqrt();
  const t = tQuantile(level, sample.length - 1);
  const reach = t.times(deviation).times(new Decimal(1).plus(new Decimal(1).div(sample.length)).sqrt());
  const carried = (from: Decimal, by: Decimal) => {
    const to = method === 'difference' ? from.plus(by) : from.times(by.exp()).toSignificantDigits(keptDigits);
    return neverFalls ? Decimal.max(to, from) : to;
  };
  return {
    value: carried(soFar.value, mean),
    lower: carried(soFar.lower, mean.minus(reach)),
    upper: carried(soFar.upper, mean.plus(reach)),
    mean,
    deviation,
    t,
  };
}

/** Whether the method can use an earlier period: a quotient needs both values above zero. */
export function fits({ whole, soFar }: EarlierPeriod, method: ProjectionMethod): boolean {
  return method === 'difference' || (whole.gt(0) && soFar.lower.gt(0));
}

function differences(earlier: readonly EarlierPeriod[]): Decimal[] {
  return earlier.map(({ whole, soFar }) => whole.minus(soFar.value));
}

function logarithms(earlier: readonly EarlierPeriod[]): Decimal[] {
  return earlier.map(({ whole, soFar }) => whole.div(soFar.value).ln());
}
