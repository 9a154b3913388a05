import { type Day, type Period, parsePeriod, yearBefore } from '@zhiheng/vocabulary';
import { isReason, type Look } from '../judging/look.js';
import type { Decimal, Reading } from '../reading.js';
import type { Reason } from '../reasons.js';
import {
  type EarlierPeriod,
  type Forecast,
  type ForecastRule,
  fits,
  forecastOf,
  leastEarlierYears,
} from './forecast.js';
import { endedMonths, isUsable, monthOf, type SeriesNature, type SoFar, soFarOf, waysTo } from './so-far.js';

/** How many years before the period are looked at, at most. */
export const yearsLookedBack = 10;

/** One earlier period that a projection rests on. */
export interface Precedent extends EarlierPeriod {
  readonly period: Period;
  readonly parts: readonly Period[];
}

/** An earlier period projected from the years before it alone, beside what it came to. */
export interface BackTested {
  readonly period: Period;
  readonly value: Decimal;
  readonly lower: Decimal;
  readonly upper: Decimal;
  readonly whole: Decimal;
  readonly held: boolean;
}

export interface Projected {
  readonly forecast: Forecast;
  readonly rule: ForecastRule;
  readonly soFar: SoFar;
  /** Last day of the months that the value so far is of. */
  readonly until: Day;
  /** The earliest first. */
  readonly precedents: readonly Precedent[];
  readonly backTest: readonly BackTested[];
}

export interface ProjectionAsked {
  readonly period: Period;
  /** What was known by this day is looked at. */
  readonly day: Day;
  readonly nature: SeriesNature;
  readonly rule: Omit<ForecastRule, 'neverFalls'>;
}

/**
 * Projects a period that is not over from the latest months for which both this year and at least three earlier years have values; a reason where there
 * are none. Every value comes through one `look`: one series, origin, dataset and vintage. Years whose value has another scope, is a bound, is
 * not complete or not of one unit are left out.
 */
export function project(look: Look, { period, day, nature, rule }: ProjectionAsked): Projected | Reason {
  let lack: Reason | null = null;
  for (const until of endedMonths(period, day)) {
    const month = monthOf(until);
    const soFar = soFarOf(look, period, month, nature);
    if (soFar === null) continue;
    const full = { ...rule, neverFalls: nature === 'counted' };
    if (rule.method === 'completion-share' && !soFar.reading.lower.gt(0)) {
      lack ??= { code: 'so-far-not-positive', values: { until } };
      continue;
    }
    const precedents = precedentsOf(look, period, month, nature, soFar.reading).filter((one) => fits(one, rule.method));
    const forecast = forecastOf(precedents, soFar.reading, full);
    if (forecast !== null) {
      return { forecast, rule: full, soFar, until, precedents, backTest: backTestOf(precedents, full) };
    }
    const values = { found: precedents.length, needed: leastEarlierYears, until };
    lack ??= { code: 'too-few-earlier-years', values };
  }
  return lack ?? { code: 'no-value-so-far', values: { period } };
}

/**
 * The periods that a projection of `period` looks at as of a day, in values that are held for every length of period, as computed ones are: the
 * plainest for each month, and only where there is none those that lead to it together.
 */
export function periodsLookedAt(period: Period, day: Day): Period[] {
  const months = endedMonths(period, day).map(monthOf);
  const years = [period, ...earlierOf(period)];
  const looked = years.flatMap((one) => [
    one,
    ...months.flatMap((month) => {
      const [plainest] = waysTo(one, month, 'level');
      return plainest ?? [...waysTo(one, month, 'events'), ...waysTo(one, month, 'stock')].flat();
    }),
  ]);
  return [...new Set(looked)];
}

function precedentsOf(
  look: Look,
  period: Period,
  month: number,
  nature: SeriesNature,
  { unit, scope }: Reading,
): Precedent[] {
  const inUnit: Look = (one) => look(one, unit);
  return earlierOf(period)
    .flatMap((one): Precedent[] => {
      const whole = inUnit(one);
      const soFar = soFarOf(inUnit, one, month, nature);
      if (isReason(whole) || soFar === null || !isUsable(whole)) return [];
      if (whole.scope !== scope || soFar.reading.scope !== scope) return [];
      return [{ period: one, whole: whole.value, soFar: soFar.reading, parts: soFar.periods }];
    })
    .toReversed();
}

function earlierOf(period: Period): Period[] {
  const periods: Period[] = [];
  let one = period;
  for (let back = 0; back < yearsLookedBack && parsePeriod(one).year > 1; back += 1) {
    one = yearBefore(one);
    periods.push(one);
  }
  return periods;
}

function backTestOf(precedents: readonly Precedent[], rule: ForecastRule): BackTested[] {
  return precedents.flatMap(({ period, whole, soFar }, index) => {
    const forecast = forecastOf(precedents.slice(0, index), soFar, rule);
    if (forecast === null) return [];
    const { value, lower, upper } = forecast;
    return [{ period, value, lower, upper, whole, held: whole.gte(lower) && whole.lte(upper) }];
  });
}
